// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace esep {

/// Whole file in memory. Error FILE-MISSING, FILE-UNREADABLE, FILE-TOO-LARGE (over `limit` bytes).
[[nodiscard]] std::string read_file(const std::filesystem::path& path, uint64_t limit = uint64_t{512} << 20);

/// Writes beside `path` and renames over it, after fsync: a reader sees the old file or the new one, never half.
/// Mode 0600 for workspace files. Error FILE-UNWRITABLE with the system's reason (full disk, read-only …); the old
/// file is then untouched and no temporary file is left.
void write_file_atomically(const std::filesystem::path& path, std::string_view bytes, unsigned mode = 0644);

/// Error FILE-UNWRITABLE with the system's words for `error` (errno).
[[noreturn]] void unwritable(const std::filesystem::path& path, int error);

}  // namespace esep

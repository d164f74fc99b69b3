// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace esep {

/// Begins the names of files and folders that live while a command runs: OutputFile, WorkFolder.
inline constexpr const char* kTemporaryName = ".esep-";

/// A new name of that kind, 16 hexadecimal digits long.
[[nodiscard]] std::string temporary_name();

/// Says that the file or folder behind the descriptor is in use, until the descriptor is closed or the process dies.
void mark_in_use(int descriptor);

/// Removes from `folder` what commands left there that were killed: names of that kind that are over an hour old and
/// that nobody marks as in use. What cannot be removed stays.
void collect_leftovers(const std::filesystem::path& folder);

}  // namespace esep

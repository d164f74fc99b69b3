// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace esep {

/// HMAC-SHA-256 of `text` as 64 lower-case hexadecimal digits: who has no key cannot find a text by trying all.
[[nodiscard]] std::string keyed_hash(std::string_view key, std::string_view text);

/// The key in that file: 64 hexadecimal digits and a line feed, mode 0600. It is made on first use, and never replaced.
/// Error KEY-DAMAGED: the file holds something else. Error FILE-….
[[nodiscard]] std::string key_from_file(const std::filesystem::path& file);

}  // namespace esep

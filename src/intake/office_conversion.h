// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace esep::intake {

/// What the conversion of one file may cost.
struct OfficeLimits {
  std::chrono::milliseconds time = std::chrono::seconds(60);
  uint64_t memory = uint64_t{1} << 30;  // bytes of data of a process
  uint64_t output = uint64_t{256} << 20;
};

/// LibreOffice as Debian and its makers install it; empty if it is in none of these places.
[[nodiscard]] std::filesystem::path office_program();

/// "ods" or "xls" for a workbook that LibreOffice converts; empty for anything else. Only the bytes decide.
[[nodiscard]] std::string convertible_ending(std::string_view bytes);

/// The workbook as .xlsx, made by `program` in a process of its own: without a window, with a profile that is made for
/// this file and thrown away, without macros, updates of links and, where the system permits it, the network. Formats
/// that follow the reader's system (its short date, its money) become those of Kazakhstan. `ending`: "ods" or "xls".
/// nullopt if it cannot read the file, or takes more than the limits.
[[nodiscard]] std::optional<std::string> convert_to_xlsx(const std::string& bytes, const std::string& ending,
                                                         const std::filesystem::path& program,
                                                         const OfficeLimits& limits = {});

}  // namespace esep::intake

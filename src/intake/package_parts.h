// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace esep::intake {

/// More inflated bytes are not held in memory at once.
inline constexpr uint64_t kMostPackageBytes = uint64_t{96} << 20;

/// The parts of a workbook by name, for a program that changes some of them; of an OpenDocument or Excel 97–2003 file
/// those of the workbook that LibreOffice makes of it, where the computer has it. nullopt if the file is no sound zip
/// with the list of parts that a package has, is encrypted, or is larger than `kMostPackageBytes`.
[[nodiscard]] std::optional<std::map<std::string, std::string>> package_parts(const std::string& bytes);

}  // namespace esep::intake

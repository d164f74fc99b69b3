// SPDX-License-Identifier: MIT
#include "intake/package_parts.h"

#include "intake/file_kind.h"
#include "intake/office_conversion.h"
#include "intake/zip_archive.h"

namespace esep::intake {

std::optional<std::map<std::string, std::string>> package_parts(const std::string& bytes) {
  if (const std::string ending = convertible_ending(bytes); !ending.empty()) {
    const auto program = office_program();
    const auto converted = program.empty() ? std::nullopt : convert_to_xlsx(bytes, ending, program);
    return converted ? package_parts(*converted) : std::nullopt;
  }
  if (file_kind(bytes) != FileKind::zip) return std::nullopt;
  Problem refusal;
  const auto archive = ZipArchive::open(bytes, refusal);
  if (!archive || archive->find("[Content_Types].xml") == nullptr) return std::nullopt;
  uint64_t left = kMostPackageBytes;
  std::map<std::string, std::string> out;
  for (const auto& [folded, entry] : archive->entries()) {
    if (entry.encrypted || entry.inflated > left) return std::nullopt;
    left -= entry.inflated;
    InflatedPart part = inflate(*archive, entry);
    if (part.damaged) return std::nullopt;
    if (!entry.name.ends_with('/')) out.emplace(entry.name, std::move(part.text));
  }
  return out;
}

}  // namespace esep::intake

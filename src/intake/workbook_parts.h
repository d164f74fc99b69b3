// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

struct Relationship {
  std::string type;    // last word of its URI, the same in both kinds of OOXML: "worksheet", "styles" …
  std::string target;  // name of the part in the archive
};
using Relationships = std::map<std::string, Relationship>;  // by id

/// The relationships of `part` ("" for the package). Targets are resolved: absolute or relative to the part, `..`
/// included; external ones are left out. Empty if the part has no relationships file. nullopt with `refusal` on damage.
[[nodiscard]] std::optional<Relationships> read_relationships(const ZipArchive& archive, std::string_view part,
                                                              Problem& refusal);
/// The addresses outside of the package, by id, as the file has them. Empty if they cannot be read.
[[nodiscard]] std::map<std::string, std::string> read_outer_links(const ZipArchive& archive, std::string_view part);
/// "xl/workbook.xml" + "../a.xml" → "a.xml".
[[nodiscard]] std::string resolve_target(std::string_view part, std::string_view target);

/// The contents of workbook.xml.
struct WorkbookPart {
  struct Sheet {
    report::SheetInfo info;
    std::string relationship;
    std::vector<report::MergedRange> printed;  // the ranges that are printed; empty: all
  };
  std::vector<Sheet> sheets;
  report::DateSystem dates = report::DateSystem::from_1900;
};
[[nodiscard]] std::optional<WorkbookPart> read_workbook(const ZipArchive& archive, const ZipEntry& entry,
                                                        Problem& refusal);

}  // namespace esep::intake

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace esep::intake::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip of these files in memory. Level 0 stores them.
std::string make_zip(const Parts& parts, int level = 6);

/// What a workbook made by `make_workbook` is made of; every part can be replaced.
struct WorkbookText {
  std::string sheet_data;      // inside <sheetData>
  std::string after_data;      // behind it: merged cells …
  std::string shared;          // inside <sst>
  std::string number_formats;  // inside <numFmts>
  std::string cell_formats;    // inside <cellXfs>
  std::string workbook_properties;
  Parts more;
};
Parts workbook_parts(const WorkbookText& text);
std::string make_workbook(const WorkbookText& text);
/// `parts` with the text of one replaced, or added.
Parts with_part(Parts parts, const std::string& name, std::string text);

inline constexpr const char* kMainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

}  // namespace esep::intake::test

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>

#include "app/core/row_names.h"
#include "app/receive/checker.h"
#include "app/receive/heading_words.h"

namespace esep::app {

/// Cells of a sheet that none of the form's lines is in.
struct ShownCells {
  const std::vector<report::Layout::OtherCell>& cells;
  size_t sheet = 0;
  bool guide = false;  // of the sheet that says how to fill in a blank; else those above the table
};
[[nodiscard]] inline ShownCells cells_above(const CheckedFile& file) {
  return {file.report.layout.others, file.report.layout.sheet};
}

/// What the lines of a heading are of.
enum class Identity { organisation, subject, period };

/// What the cells above the table say that are none of the form's lines, and the sheet's name: a title «… за ноябрь
/// 2026 года», a line with a label of its own («Отчётный месяц»).
struct OtherHeadings {
  report::Findings findings;  // at most one of each identity
  std::set<Identity> confirmed, contradicted, doubted;
  std::map<Identity, std::string> read;  // the key that is contradicting, where it is known
};

/// The finding of a cell that contradicts, an error: of a file that does not name its report itself the sentence says
/// so.
[[nodiscard]] report::Finding contradiction(const CheckedFile& file, Message message);

/// The same codes as those of the form's lines: ORGANISATION-SHOWN, SUBJECT-SHOWN, PERIOD-SHOWN. Days, spans of years,
/// addressees and what an act is named by say nothing of the report. Where a cell may speak of something else – an act,
/// a term, a document, a body of a letterhead – it is the warning HEADING-DOUBTFUL. `lines`: what the form's own lines
/// say; what they contradict is not looked at again.
[[nodiscard]] OtherHeadings other_headings(Engine& engine, const CheckedFile& file, NameBook& names,
                                           const HeadingWords& words, const OtherHeadings& lines,
                                           const ShownCells& cells);

}  // namespace esep::app

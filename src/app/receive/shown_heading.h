// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/row_names.h"
#include "app/receive/checker.h"

namespace esep::app {

/// Compares what a person reads above the table with what the file says of itself (hidden sheet, options):
/// organisation, subject, period, stage (a choice whose values are the form's stages). Another value is an error at its
/// cell, ORGANISATION-SHOWN, SUBJECT-SHOWN, PERIOD-SHOWN or STAGE-SHOWN, which names both; such a file is not kept,
/// because nobody knows whose report it is. Other ways to write the same value are no difference: another language, a
/// short name, the code, other quotation marks, an address behind the name, a date of the period. Nothing, or a dash,
/// in such a cell is the warning HEADING-BLANK. The other cells above the table are compared too (other_headings.h); a
/// heading without such a line, of which they say nothing either, is the warning HEADING-LINE-LOST. What the register
/// says of organisation or subject (a donor, a sum), or a query gives, and the heading says otherwise is the warning
/// HEADING-CHANGED: the paper prints the register's. If it is the name or number of another one (another_identity.h),
/// it is SUBJECT-SHOWN or ORGANISATION-SHOWN. What the register said of the same row until it was corrected is the note
/// HEADING-FORMER: blanks handed out before stay good. Titles: shown_title.h.
/// What is contradicted becomes part of `file.said` if the file does not name its report itself.
[[nodiscard]] report::Findings shown_heading(Queries& queries, CheckedFile& file, NameBook& names,
                                             const HeadingWords& words);

}  // namespace esep::app

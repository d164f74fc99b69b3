// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"
#include "app/receive/named_columns.h"

namespace esep::app {

/// Compares what a person reads above the table with what the file says of itself (hidden sheet, options):
/// organisation, subject, period, stage (a choice whose values are the form's stages). Another value is an error at its
/// cell, ORGANISATION-SHOWN, SUBJECT-SHOWN, PERIOD-SHOWN or STAGE-SHOWN, which names both; such a file is not kept,
/// because nobody knows whose report it is. Other ways to write the same value are no difference: another language, a
/// short name, the code, other quotation marks, an address behind the name, a date of the period. Nothing, or a dash,
/// in such a cell is the warning HEADING-BLANK, a heading without such a line HEADING-LINE-LOST. What the register says
/// of organisation or subject (a donor, a number) and the heading says otherwise is the warning HEADING-CHANGED: the
/// paper prints the register's.
[[nodiscard]] report::Findings shown_heading(Engine& engine, const CheckedFile& file);

/// The same for the cells of the table in those of `columns` that are the form's: the error CELL-OF-OTHER where one
/// names another organisation or subject of the register, or another period. `rows` are those of the table.
[[nodiscard]] report::Findings shown_in_table(Engine& engine, const CheckedFile& file,
                                              const std::vector<NamedColumn>& columns, table::RowReader& rows);

}  // namespace esep::app

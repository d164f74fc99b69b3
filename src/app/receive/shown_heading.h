// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// Compares what a person reads above the table with what the file says of itself (hidden sheet, options):
/// organisation, subject, period. Another value is an error at its cell, ORGANISATION-SHOWN, SUBJECT-SHOWN or
/// PERIOD-SHOWN, which names both; such a file is not kept, because nobody knows whose report it is. Other ways to
/// write the same value are no difference: another language, a short name, the code, other quotation marks, a date of
/// the period. What the register says of organisation or subject (a donor, a number) and the heading says otherwise is
/// the warning HEADING-CHANGED: the paper prints the register's. Blank cells say nothing.
[[nodiscard]] report::Findings shown_heading(Engine& engine, const CheckedFile& file);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/row_names.h"
#include "app/receive/checker.h"

namespace esep::app {

/// What a person reads on the visible guide sheet of a blank besides what `blank` writes there. Another organisation,
/// subject, period, stage or form is found as above the table (other_headings.h, shown_title.h), with the same codes.
/// Other words below and beside the program's are the warning SHEET-UNREAD: nobody reads them. Many other words among
/// the program's are those of an earlier program, and are not compared. `title`: by which the sheet is known.
[[nodiscard]] report::Findings shown_on_guide(Engine& engine, const CheckedFile& file, NameBook& names,
                                              const HeadingWords& words, const LocalText& title);

}  // namespace esep::app

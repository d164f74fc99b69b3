// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/row_names.h"
#include "app/receive/other_headings.h"

namespace esep::app {

/// Titles above the table, in cells that are none of the form's lines: FORM-SHOWN where one is the title of another
/// form, or what people call it (data/heading_words.toml), STAGE-SHOWN where it names another stage of the form
/// («Проект плана …» above an approved plan). Both are errors at their cell that name what was read and what the file
/// is. Whichever title has most words in the cell counts, so that a longer title which holds a shorter one is itself. A
/// cell much longer than a title, such as the name of an act, is none.
[[nodiscard]] report::Findings shown_title(Engine& engine, const CheckedFile& file, NameBook& names,
                                           const HeadingWords& words, const ShownCells& cells);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "form/register_definition.h"
#include "report/register_row.h"

namespace esep::app {

/// What a row of a register says in a column, as canonical text; empty: nothing.
[[nodiscard]] std::string cell_text(const report::RegisterRow& row, const form::RegisterColumn& column);
/// The same as people read it: the title of a choice, a day with dots; "—": nothing.
[[nodiscard]] LocalText cell_words(const report::RegisterRow& row, const form::RegisterColumn& column);

}  // namespace esep::app

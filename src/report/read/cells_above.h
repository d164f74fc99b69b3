// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/locate.h"

namespace esep::report {

/// The cells above the table that are no line of the form: in `head`, the rows of the sheet from its top, those before
/// the table's own titles. Left out are the values that `layout` found and all texts of the form (its title, titles of
/// fields and columns, stamp, act, notes), in every language.
[[nodiscard]] std::vector<Layout::OtherCell> cells_above(const form::FormDefinition& form,
                                                         const std::vector<GridRow>& head, const Layout& layout);

}  // namespace esep::report

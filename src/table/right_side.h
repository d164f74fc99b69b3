// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "form/form_definition.h"

namespace esep::table {

/// What the number should be at which a rule's finding stands.
struct RightSide {
  std::string sql;
  const form::ValueSpec* judged = nullptr;
};

/// Read out of a [[rule]] that ends in an equation with the cell of its finding on one side by itself, or as an item of
/// a plain sum: `head.a - head.b = head.c`, `row.a + row.b = row.c`, `head.x <> 'y' OR head.a = (SELECT …)`. nullopt:
/// any other rule, a cell that is no number, a running number, and an equation that holds only for some rows.
[[nodiscard]] std::optional<RightSide> right_side(const form::Rule& rule, const form::FormDefinition& form);

}  // namespace esep::table

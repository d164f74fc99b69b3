// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "document/document.h"
#include "table/form_table.h"

namespace esep::document {

/// The header tree of a form's columns in one language; its leaves are the columns in order.
[[nodiscard]] std::vector<HeaderCell> header_tree(const form::FormDefinition& form, Lang lang);

/// Opens the stored rows anew. A reader must not outlive the function that made it.
using TypedRows = std::function<std::unique_ptr<table::RowReader>()>;

/// The heading fields that are not in the title, with their known values.
[[nodiscard]] Fields heading_fields(const form::FormDefinition& form, const std::map<std::string, form::Value>& values,
                                    Lang lang);

/// The form's table without rows: columns, header tree, row of column numbers, continuation text.
[[nodiscard]] Table form_table(const form::FormDefinition& form, Lang lang);

/// Rows of a stored report as table rows: head cells of grouped records `continued`, choices by title. Streams.
[[nodiscard]] RowSource shown_rows(const form::FormDefinition& form, TypedRows rows, Lang lang);

}  // namespace esep::document

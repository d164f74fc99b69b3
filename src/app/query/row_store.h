// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "form/form_definition.h"
#include "table/form_table.h"

namespace esep::app {

/// Rows without a submission, which are pulled like those of one. `form` must outlive them.
[[nodiscard]] std::function<std::unique_ptr<table::RowReader>()> stored_rows(
    const form::FormDefinition& form, std::vector<std::vector<form::Value>> rows);

}  // namespace esep::app

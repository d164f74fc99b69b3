// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "base/file.h"
#include "report/read/grid.h"

namespace esep::intake {

/// CSV (datafile/csv.h) as a grid of one sheet without a name and without cell addresses. Every field is text; empty
/// fields are left out. A row's number is the line on which it begins.
[[nodiscard]] std::unique_ptr<report::Grid> open_csv(const std::string& file_name, SharedBytes bytes);

}  // namespace esep::intake

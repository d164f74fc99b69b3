// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "base/file.h"
#include "intake/problem.h"
#include "report/read/grid.h"

namespace esep::intake {

/// A report in JSON (docs/intake.md) as a grid without cell addresses: the hidden sheet `_esep` if the document names
/// its form, then one sheet without a name. This has a row (id, value) for each field, the row of column ids, then the
/// rows. Row numbers are lines of the file if each of these begins on its own line; else they count from 1. nullptr
/// with `refusal`.
[[nodiscard]] std::unique_ptr<report::Grid> open_json(const std::string& file_name, SharedBytes bytes,
                                                      Problem& refusal);

}  // namespace esep::intake

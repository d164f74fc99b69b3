// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// A workbook that Esep wrote to be filled in, as its hidden sheet says.
struct OwnWorkbook {
  LocalText report;       // whose report, on which form, for when
  bool is_blank = false;  // as it was handed out, or without any row
};

/// nullopt: the file is no such workbook, or its form is not known here.
[[nodiscard]] std::optional<OwnWorkbook> own_workbook(Engine& engine, const std::string& file);

}  // namespace esep::app

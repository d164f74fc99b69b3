// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

/// What the register tells whoever handed a report in: number, times, verdict, hashes and what was found.
[[nodiscard]] document::Document make_receipt(Engine& engine, const report::Submission& submission, Lang lang);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/core/standings.h"
#include "document/document.h"

namespace esep::app {

/// What the register tells whoever handed a report in: number, times, verdict, hashes and what was found. With
/// `standings` the duties of the form that they have listed already are not listed again.
[[nodiscard]] document::Document make_receipt(Engine& engine, Standings& standings,
                                              const report::Submission& submission, Lang lang);
[[nodiscard]] document::Document make_receipt(Engine& engine, const report::Submission& submission, Lang lang);

}  // namespace esep::app

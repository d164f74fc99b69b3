// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"
#include "report/compare/compare.h"

namespace esep::app {

/// Two receipts of one form, and what the second changed.
struct ComparedSubmissions {
  report::Submission before;
  report::Submission after;
  const form::FormDefinition* form = nullptr;  // of the second
  bool adds = false;                           // the second shows only additions to the first (an additive stage)
  report::Comparison changes;
};

/// Error SUBMISSION-UNKNOWN, COMPARE-OTHER (another form or edition), COMPARE-NO-ROWS (a rejected submission has no
/// rows).
[[nodiscard]] ComparedSubmissions compare_submissions(Engine& engine, const std::string& before,
                                                      const std::string& after);

/// A table of changed cells: what, row, column, before, after, difference; sums of the columns that add up come first.
[[nodiscard]] document::Document make_comparison(Engine& engine, const ComparedSubmissions& compared, Lang lang);

}  // namespace esep::app

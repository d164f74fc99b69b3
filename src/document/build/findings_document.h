// SPDX-License-Identifier: MIT
#pragma once

#include "document/build/filled_form.h"
#include "report/finding.h"

namespace esep::document {

/// The findings of a check as a paper: errors first, then in the order of the sheet.
struct FindingsRequest {
  Lang lang = Lang::kk;
  Say say;
  std::string author;
  report::Findings findings;
  calendar::Date dated;
};
[[nodiscard]] Document findings_document(const FindingsRequest& request);

/// Message key of a severity's name.
[[nodiscard]] const char* severity_key(Severity severity);
/// The same rows for a table within another document.
[[nodiscard]] std::vector<ListColumn> finding_columns(const Say& say);
[[nodiscard]] std::vector<Row> finding_rows(const report::Findings& findings, const Say& say);

}  // namespace esep::document

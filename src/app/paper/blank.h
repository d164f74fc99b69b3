// SPDX-License-Identifier: MIT
#pragma once

#include "app/paper/blank_rows.h"
#include "document/document.h"

namespace esep::app {

/// What `blank` is asked for.
struct BlankOptions {
  report::ReportKey key;
  Lang lang = Lang::kk;
  Prefill prefill = Prefill::source;
};
/// The workbook to be filled in. Error FORM-UNKNOWN, ORGANISATION-UNKNOWN, SUBJECT-UNKNOWN, PERIOD-KIND,
/// BLANK-NO-PREVIOUS.
[[nodiscard]] document::Document make_blank(Queries& queries, const BlankOptions& options);
/// Everybody who owes the report for a period, on one stage or on all (empty): those who get a blank each. Error
/// FORM-UNKNOWN, BLANK-NOBODY.
[[nodiscard]] std::vector<report::Duty> blank_duties(Engine& engine, const std::string& form, const std::string& stage,
                                                     const calendar::Period& period);
/// The form as it is printed to be filled in by hand, with what is known already. Without an organisation and a subject
/// nothing is. The same errors.
[[nodiscard]] document::Document make_blank_paper(Queries& queries, const BlankOptions& options);

}  // namespace esep::app

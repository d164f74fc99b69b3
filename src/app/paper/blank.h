// SPDX-License-Identifier: MIT
#pragma once

#include "app/paper/blank_rows.h"
#include "document/document.h"

namespace esep::app {

/// The request of `blank`.
struct BlankOptions {
  report::ReportKey key;
  Lang lang = Lang::kk;
  Prefill prefill = Prefill::source;
};
/// The workbook to fill in. Error REPORT-NO-DUTY (in a workspace), DATA-INVALID (rules that cannot be asked),
/// REPORT-COMPOSED (nobody fills it in), FORM-UNKNOWN, ORGANISATION-UNKNOWN, SUBJECT-UNKNOWN, PERIOD-KIND,
/// BLANK-NO-PREVIOUS.
[[nodiscard]] document::Document make_blank(Queries& queries, const BlankOptions& options);
/// The duties of a period, at one stage or all (empty); each gets a blank. Error BLANK-NOBODY and
/// those of `require_known`.
[[nodiscard]] std::vector<report::Duty> blank_duties(Engine& engine, const std::string& form, const std::string& stage,
                                                     const calendar::Period& period);
/// What whoever gets the blank must know of the rows that it takes over (taken_over_remarks).
[[nodiscard]] std::vector<Message> blank_remarks(Queries& queries, const BlankOptions& options);
/// The form printed for filling in by hand, with the known values. Without an organisation and a subject no value is
/// known. Errors as `make_blank`.
[[nodiscard]] document::Document make_blank_paper(Queries& queries, const BlankOptions& options);

}  // namespace esep::app

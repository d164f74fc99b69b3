// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

struct SummaryRequest {
  const form::Summary* summary = nullptr;
  std::optional<calendar::Period> period;
  std::optional<calendar::Period> since;  // period to compare with; absent: the period before
  std::string organisation;               // empty: all
  Lang lang = Lang::kk;
  calendar::Date today;
};

/// Who may see it: a summary of all bodies asks for a right over all; one of a body (`organisation`) for that body, and
/// only if each of the summary's queries names :organisation. registry::StepRefused.
void require_summary_right(Engine& engine, const SummaryRequest& request, const registry::Actor& actor);
/// Each of the queries names :organisation, so that the paper may be about one body alone.
[[nodiscard]] bool is_by_body(const form::Summary& summary);

/// A consolidated paper. Its figures come from the accepted reports in force. If a query names them in `_sources`,
/// the last column links to them and a last section lists them. Error QUERY-…, SUMMARY-COLUMN (a query lacks what a
/// block shows), PERIOD-KIND-… (usage), WORKSPACE-NEEDED, CALENDAR-YEAR
/// (app/summary/known_terms.h); DataInvalid with the problems
/// of SummaryCheck.
[[nodiscard]] document::Document make_summary(Engine& engine, const SummaryRequest& request);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include "app/query/queries.h"

namespace esep::app {

/// Where the rows of a blank come from.
enum class Prefill {
  source,            // what the form's source of rows gives
  source_and_before  // and what the report before said, by the rows' key where there is one
};

/// The rows a blank comes with. Error BLANK-NO-PREVIOUS, BLANK-OTHER-EDITION.
[[nodiscard]] std::vector<std::vector<form::Value>> blank_rows(Queries& queries, const form::FormDefinition& form,
                                                               const report::ReportKey& key, Lang lang,
                                                               Prefill prefill);

/// The rows that the form fixes, in its order; empty: it fixes none.
[[nodiscard]] std::vector<std::vector<form::Value>> fixed_rows(const form::FormDefinition& form, Lang lang);

/// What must be known of the rows that `source_and_before` takes over: BLANK-FROM-RETURNED for each returned report
/// that they come from, BLANK-ROWS-GONE for rows that the form no longer has, BLANK-ROWS-NOT-GIVEN
/// for those that its source no longer gives.
[[nodiscard]] std::vector<Message> taken_over_remarks(Queries& queries, const form::FormDefinition& form,
                                                      const report::ReportKey& key);

}  // namespace esep::app

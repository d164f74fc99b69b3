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

}  // namespace esep::app

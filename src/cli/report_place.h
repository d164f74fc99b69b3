// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.h"
#include "report/review/review.h"

namespace esep::cli {

/// --cell --row --column --item, as note and recommend take them.
[[nodiscard]] std::vector<Option> report_place_options();
/// The place in a report that these options name. Error CLI-BAD-NUMBER (usage).
[[nodiscard]] report::Place report_place(const Arguments& arguments);

}  // namespace esep::cli

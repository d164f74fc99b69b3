// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.h"
#include "report/review/review.h"

namespace esep::cli {

/// --cell --row --column --item, as note and recommend take them.
[[nodiscard]] std::vector<Option> place_options();
/// Error CLI-BAD-NUMBER (usage).
[[nodiscard]] report::Place place(const Arguments& arguments);

}  // namespace esep::cli

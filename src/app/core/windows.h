// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// The time in which a document stands open: from the event, or the day in its register, to the end of the term, or the
/// later day of its register (`at_least_working_days`, role `window_to`). The public discussion of paragraphs 9 and 10
/// (OB-4, OB-5).
struct Window {
  std::string subject_register;
  std::string subject;
  std::string organisation;
  calendar::Date opened_on;
  calendar::Date ends_on;  // the last day
  LocalText law;

  [[nodiscard]] bool holds(calendar::Date day) const { return opened_on <= day && day <= ends_on; }
};

/// The windows that were opened; of several postings of a document, the last. `rows`: the registers. `subject`: empty
/// for all.
[[nodiscard]] std::vector<Window> windows(Engine& engine, const report::RegisterRows& rows,
                                          const std::string& subject = "");

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace esep::document {

/// Where a line on paper says something else than it shows. The line in which a word begins says the whole word, and
/// the lines below, where it goes on, say nothing of it: so who copies the text gets the word as it was written.
struct Cut {
  size_t above = 0;  // bytes at the start of the line that a line above says
  size_t at = 0;     // where `said` begins
  std::string said;  // in place of the line from `at` on; empty: the line says what it shows
};

}  // namespace esep::document

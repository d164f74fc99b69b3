// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "datafile/library.h"
#include "form/summary.h"

namespace esep::form {

/// Its title in a list, where no period is named yet.
[[nodiscard]] LocalText listed_title(const Summary& summary);

/// All summaries of a library. They are apart from the FormCatalog, because only summaries themselves need them.
class SummaryCatalog {
 public:
  /// Error DATA-INVALID with the diagnostics if any file is wrong.
  explicit SummaryCatalog(const datafile::Library& library);

  [[nodiscard]] const std::vector<Summary>& all() const { return all_; }  // by file name
  [[nodiscard]] const Summary* find(std::string_view id) const;           // nullptr: there is none
  /// By its id, or by its title as `summary` lists it. Error SUMMARY-UNKNOWN, with a hint.
  [[nodiscard]] const Summary& require(std::string_view name) const;

 private:
  std::vector<Summary> all_;
};

}  // namespace esep::form

// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace esep::fuzz {

/// What is fuzzed. Its corpus is the folder `corpus/<name>`; a file of it is what follows `begin`.
struct Target {
  std::string_view name;
  std::string_view begin;
  void (*read)(std::string_view input);  ///< aborts where a promise of the headers is broken
  int mutations;                         ///< of each file, when the corpus is replayed

  void run(std::string_view input) const;
};

/// `reader` received workbooks and CSV, `json` received JSON, `data` TOML and CSV of the data, `rule` rules and
/// queries, `template` page templates, `receipt` what somebody shows as a receipt.
[[nodiscard]] const std::vector<Target>& targets();

}  // namespace esep::fuzz

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/core/engine.h"
#include "form/summary.h"

/// What a summary would print wrongly whatever its figures are. A decimal without a type would be printed as the whole
/// number of ten-thousandths that SQL knows, and a name that nobody fills in would be printed in its braces.
namespace esep::app {

/// The results that the block's query must give: columns of tables and facts, figures of charts and matrices, and the
/// {names} of texts; {period} and {since} are always known.
[[nodiscard]] std::vector<std::string> wanted_results(const form::SummaryBlock& block);

/// `engine` and `summary` must outlive it.
class SummaryCheck {
 public:
  SummaryCheck(Engine& engine, const form::Summary& summary) : engine_(engine), summary_(summary) {}

  /// At the block's line: SUMMARY-UNTYPED for each result that the block shows, that may be a decimal
  /// (table/decimal_results.h), and for which no `column` of the block gives a type; SUMMARY-CAPTION for each name but
  /// {period} and {since} in a caption.
  [[nodiscard]] Diagnostics problems(const form::SummaryBlock& block);
  /// The same of all blocks, and of the foot.
  [[nodiscard]] Diagnostics problems();

 private:
  void look(const form::SummaryBlock& block, const std::string& query, const std::vector<std::string>& shown,
            Diagnostics& out);
  void add(const form::SummaryBlock& block, const char* code, const std::string& column, Diagnostics& out) const;
  [[nodiscard]] const std::set<std::string>& decimals_of(const std::string& table);

  Engine& engine_;
  const form::Summary& summary_;
  std::map<std::string, std::set<std::string>> decimals_;  // columns, by table
};

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace esep::table {

/// Which result columns of a query may be decimals. SQLite knows a decimal as a whole number of ten-thousandths, so
/// nobody can tell from the value. The text of the query can: a result may be a decimal if its expression reads a
/// decimal column or calls dec(), dec_mul(), dec_div() or dec_sum(), directly or by way of a part in WITH, a subquery
/// or another SELECT of a UNION. A comparison, a count or a length is none.
///
/// Names are taken without their tables. So a result may be called a decimal that is none; a decimal is never missed.
class DecimalResults {
 public:
  /// Whether a table of the query has a decimal column of this name (in lower case).
  using IsDecimal = std::function<bool(const std::string& name)>;

  /// `sql`: with the common parts in WITH. A text that is no query has no decimals.
  DecimalResults(std::string_view sql, IsDecimal is_decimal);
  ~DecimalResults();
  DecimalResults(const DecimalResults&) = delete;
  DecimalResults& operator=(const DecimalResults&) = delete;

  /// `column`: as the query names its result, in any case.
  [[nodiscard]] bool may_be_decimal(std::string_view column) const;

 private:
  class Reading;
  std::unique_ptr<Reading> reading_;
};

}  // namespace esep::table

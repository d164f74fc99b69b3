// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "form/value.h"

/// What keys of a form file ask of a value, without an expression: `min`, `max`, `sum_of`, `total_of`. Each becomes a
/// rule of the form (form/read/key_rules.cpp).
namespace esep::form {

/// What a form says instead of the standard finding. All keys of one code share its message and law.
struct OwnWords {
  std::string code;   // empty: the standard one, with its message
  LocalText message;  // empty: that of another key of the code, or else the standard one
  LocalText law;
};

/// A day that only the report knows.
enum class ReportDay { none, period_start, period_end, received_on };

/// The least or the greatest value that a cell may have.
struct Bound {
  Value value;  // as the column's type has it: int64_t, Decimal or Date; blank where `day` is given
  ReportDay day = ReportDay::none;
  OwnWords words;
};

/// The value is the sum of others: of cells of the same row, or of other heading fields. Blank ones count as nothing.
struct Sum {
  std::vector<std::string> of;
  std::string at;  // where the finding stands; empty: at the sum
  OwnWords words;
};

/// A heading field is the sum of a column. Blank cells count as nothing.
struct Total {
  std::string column;
  OwnWords words;
};

struct Checks {
  std::optional<Bound> min;
  std::optional<Bound> max;
  std::vector<Sum> sums;
  std::optional<Total> total;  // heading fields only
};

}  // namespace esep::form

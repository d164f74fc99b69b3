// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "calendar/date.h"

namespace esep::calendar {

enum class PeriodKind { month, quarter, half_year, year };

[[nodiscard]] std::optional<PeriodKind> period_kind_from(
    std::string_view word);  // "month", "quarter", "half_year", "year"
[[nodiscard]] std::string_view period_kind_name(PeriodKind kind);

/// A reporting period: `2026-10`, `2026-Q4`, `2026-H2`, `2026`.
struct Period {
  PeriodKind kind = PeriodKind::year;
  int year = 0;
  int index = 1;  // month 1–12, quarter 1–4, half 1–2, year always 1

  [[nodiscard]] static std::optional<Period> parse(std::string_view text);
  [[nodiscard]] static Period containing(PeriodKind kind, Date date);
  [[nodiscard]] std::string text() const;
  [[nodiscard]] Date first_day() const;
  [[nodiscard]] Date last_day() const;
  [[nodiscard]] Period next() const;
  [[nodiscard]] Period previous() const;
  /// «2026 жылғы қазан», «октябрь 2026 года», "October 2026"; halves «2026 жылғы II жартыжылдық».
  [[nodiscard]] std::string name(Lang lang) const;
  [[nodiscard]] LocalText names() const;  // the same in every language

  auto operator<=>(const Period&) const = default;
};

/// All periods of `kind` that overlap from…to, in order.
[[nodiscard]] std::vector<Period> periods_between(PeriodKind kind, Date from, Date to);

}  // namespace esep::calendar

// SPDX-License-Identifier: MIT
#pragma once

#include "report/duty/status.h"

/// Duties for which the source sets no term (`due = { none = true }`): nothing about them is ever on time or late.
namespace esep::report {

/// As JSON and queries say it.
inline constexpr std::string_view kNoTerm = "no_term";

[[nodiscard]] inline bool has_no_term(const form::Obligation& obligation) {
  return obligation.due.kind == calendar::DueRule::Kind::none;
}

/// There is nothing to say about the timeliness of this duty but that it has no term: it was handed in and has no day
/// of its own (`done_on`), or nothing came and nobody excused it.
[[nodiscard]] inline bool has_no_term(const StatusRow& row) {
  if (!has_no_term(*row.duty.obligation)) return false;
  return row.timeliness == Timeliness::on_time || (row.timeliness == Timeliness::due && !row.received);
}

/// The timeliness of a row as JSON and queries say it.
[[nodiscard]] inline std::string_view timeliness_word(const StatusRow& row) {
  return has_no_term(row) ? kNoTerm : timeliness_name(row.timeliness);
}

}  // namespace esep::report

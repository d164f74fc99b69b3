// SPDX-License-Identifier: MIT
#include "document/build/limits.h"

namespace esep::document {
namespace {

// The day of receipt is not known yet.
form::Value known_value(const std::optional<form::Bound>& bound, const BlankRequest& request) {
  if (!bound) return {};
  const auto period = calendar::Period::parse(request.identity.period);
  if (bound->day == form::ReportDay::period_start && period) return period->first_day();
  if (bound->day == form::ReportDay::period_end && period) return period->last_day();
  return bound->value;
}

}  // namespace

// A day of the report that has no date yet, in words; nullptr: the limit has a value.
const char* unknown_day(const std::optional<form::Bound>& bound, const form::Value& value) {
  if (!bound || !form::is_blank(value)) return nullptr;
  switch (bound->day) {
    case form::ReportDay::period_start:
      return "DAY-PERIOD-START";
    case form::ReportDay::period_end:
      return "DAY-PERIOD-END";
    case form::ReportDay::received_on:
      return "DAY-RECEIVED";
    case form::ReportDay::none:
      break;
  }
  return nullptr;
}

Limits limits_of(const form::ValueSpec& spec, const BlankRequest& request) {
  Limits out{known_value(spec.checks.min, request), known_value(spec.checks.max, request), {}};
  const bool date = spec.type == form::ColumnType::date;
  const auto add = [&](const char* key, const std::optional<form::Bound>& bound, const form::Value& limit) {
    const char* day = unknown_day(bound, limit);
    if (day == nullptr && form::is_blank(limit)) return;
    const std::string text = day != nullptr ? request.say(day) : form::display_text(spec.type, limit, request.lang);
    out.words.push_back(request.say(Message(key, {{"limit", text}})));
  };
  add(date ? "INPUT-EARLY" : "INPUT-MIN", spec.checks.min, out.min);
  add(date ? "INPUT-LATE" : "INPUT-MAX", spec.checks.max, out.max);
  return out;
}

}  // namespace esep::document

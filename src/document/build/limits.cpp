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

Limits limits_of(const form::ValueSpec& spec, const BlankRequest& request) {
  Limits out{known_value(spec.checks.min, request), known_value(spec.checks.max, request), {}};
  const bool date = spec.type == form::ColumnType::date;
  const int places = spec.type == form::ColumnType::money ? 2 : 0;
  const auto add = [&](const char* key, const form::Value& limit) {
    if (form::is_blank(limit)) return;
    out.words.push_back(request.say(Message(key, {{"limit", form::display_text(limit, places, request.lang)}})));
  };
  add(date ? "INPUT-EARLY" : "INPUT-MIN", out.min);
  add(date ? "INPUT-LATE" : "INPUT-MAX", out.max);
  return out;
}

}  // namespace esep::document

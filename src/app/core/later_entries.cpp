// SPDX-License-Identifier: MIT
#include "app/core/later_entries.h"

namespace esep::app {
namespace {

std::optional<Message> later_than(calendar::Date day, const std::optional<calendar::LocalTime>& last) {
  if (!last || last->date <= day) return std::nullopt;
  return Message("LATER-ENTRIES", {{"date", day.dotted()}, {"last", last->date.dotted()}});
}

}  // namespace

std::optional<Message> later_entries_message(Engine& engine, calendar::Date day) {
  if (!engine.has_workspace()) return std::nullopt;
  return later_than(day, engine.registry().history().latest());
}

std::optional<Message> later_entries_message(Engine& engine, const report::Submission& composed) {
  const auto own = engine.registry().history().entries(composed.id);
  if (own.empty()) return std::nullopt;
  return later_than(composed.receipt.received.date, engine.registry().history().latest(own.front().seq));
}

}  // namespace esep::app

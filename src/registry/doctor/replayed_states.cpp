// SPDX-License-Identifier: MIT
#include "registry/doctor/replayed_states.h"

#include <charconv>

#include "registry/history_details.h"

namespace esep::registry {
namespace {

using report::State;

// A forged entry may contain anything.
int64_t whole(std::string_view text) {
  int64_t out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

}  // namespace

void ReplayedStates::take(const HistoryEntry& entry) {
  if (!entry.submission) return;
  if (entry.action == "submit") return submitted(*entry.submission, entry.details);
  const auto at = all_.find(*entry.submission);
  if (at == all_.end()) return;
  if (entry.action == "withdraw") return withdrawn(at->second, entry.details);
  if (const auto state = state_after(entry.action, entry.details)) at->second.state = *state;
}

std::optional<State> ReplayedStates::state(int64_t submission) const {
  const auto at = all_.find(submission);
  return at == all_.end() ? std::nullopt : std::optional(at->second.state);
}

void ReplayedStates::submitted(int64_t id, const std::string& details) {
  DetailsByKey facts = details_by_key(details);
  One one{"", static_cast<int>(whole(facts["revision"])), report::state_from(facts["state"]).value_or(State::received)};
  for (const char* part : {"form", "stage", "organisation", "subject", "period", "occurrence"})
    one.report += facts[part] + "\n";
  if (one.revision > 0) {
    auto& revisions = revisions_[one.report];
    for (const int64_t earlier : revisions) {
      State& state = all_.at(earlier).state;
      if (state != State::withdrawn) state = State::superseded;
    }
    revisions.push_back(id);
  }
  all_[id] = std::move(one);
}

void ReplayedStates::withdrawn(One& one, const std::string& details) {
  const bool in_force = one.state != State::superseded;
  one.state = State::withdrawn;
  DetailsByKey facts = details_by_key(details);
  if (const auto restored = facts.find("restored"); restored != facts.end()) {
    const auto at =
        restored->second.size() > 2 ? all_.find(whole(std::string_view(restored->second).substr(2))) : all_.end();
    if (at != all_.end()) at->second.state = report::state_from(facts["restored_state"]).value_or(State::received);
    return;
  }
  // Programs before schema 3 did not write it; they set the last revision back to `received`.
  One* last = nullptr;
  for (const int64_t id : revisions_[one.report]) {
    One& other = all_.at(id);
    if (other.state == State::superseded && (last == nullptr || other.revision > last->revision)) last = &other;
  }
  if (in_force && last != nullptr) last->state = State::received;
}

}  // namespace esep::registry

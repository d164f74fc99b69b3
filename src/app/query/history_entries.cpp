// SPDX-License-Identifier: MIT
#include "app/query/history_entries.h"

#include <algorithm>
#include <map>

#include "app/core/known_keys.h"
#include "registry/details.h"
#include "registry/record_number.h"

namespace esep::app {
namespace {

using registry::HistoryEntry;

class Selection {
 public:
  Selection(Engine& engine, const HistoryFilter& filter) : filter_(filter) {
    if (filter.organisation.empty() && filter.form.empty()) return;
    for (const auto& submission : engine.registry().submissions({})) keys_.emplace(submission.id, submission.key);
  }

  [[nodiscard]] bool lets_through(const HistoryEntry& entry) const {
    const std::string day = entry.at.substr(0, 10);
    if ((filter_.since && day < filter_.since->iso()) || (filter_.until && day > filter_.until->iso())) return false;
    if (!filter_.user.empty() && entry.user != filter_.user) return false;
    if (!filter_.action.empty() && entry.action != filter_.action) return false;
    return is_about("organisation", filter_.organisation, entry) && is_about("form", filter_.form, entry);
  }

 private:
  [[nodiscard]] bool is_about(const std::string& fact, const std::string& wanted, const HistoryEntry& entry) const {
    if (wanted.empty()) return true;
    const auto at = entry.submission ? keys_.find(*entry.submission) : keys_.end();
    if (at != keys_.end()) return (fact == "form" ? at->second.form : at->second.organisation) == wanted;
    const auto details = registry::read_details(entry.details);
    return std::find(details.begin(), details.end(), std::pair(fact, wanted)) != details.end();
  }

  const HistoryFilter& filter_;
  std::map<int64_t, report::ReportKey> keys_;
};

text::EntryView view_of(const HistoryEntry& entry) {
  const std::string number =
      entry.submission ? registry::record_number(registry::RecordKind::submission, *entry.submission) : "";
  return {entry.seq,  entry.at,   entry.user, entry.action, number, registry::read_details(entry.details),
          entry.hash, entry.clock};
}

}  // namespace

std::vector<text::EntryView> history_entries(Engine& engine, const HistoryFilter& filter) {
  const Selection selection(engine, filter);
  std::vector<text::EntryView> out;
  for (const HistoryEntry& entry : engine.registry().history().entries(filter.submission)) {
    if (selection.lets_through(entry)) out.push_back(view_of(entry));
  }
  // What the history knows may be gone from the data by now.
  if (out.empty()) require_known(engine, {filter.form, "", filter.organisation, "", "", 1});
  return out;
}

std::vector<Message> entry_remarks(const text::EntryView& entry) {
  std::vector<Message> out;
  const auto shown = [](const std::string& time) {
    const auto parsed = calendar::LocalTime::parse(time);
    return parsed ? parsed->dotted() : time;
  };
  constexpr size_t kDay = 10;
  if (!entry.clock.empty() && entry.clock.substr(0, kDay) != entry.at.substr(0, kDay))
    out.push_back(Message("HISTORY-CLOCK", {{"clock", shown(entry.clock)}}));
  for (const auto& [key, value] : entry.details) {
    if (entry.action == "submit" && key == "received" && value < entry.at)
      out.push_back(Message("HISTORY-RECEIVED", {{"received", shown(value)}}));
  }
  return out;
}

std::vector<registry::History::Damage> history_damage(Engine& engine) { return engine.registry().history().verify(); }

}  // namespace esep::app

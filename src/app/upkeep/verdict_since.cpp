// SPDX-License-Identifier: MIT
#include "app/upkeep/verdict_since.h"

#include "app/core/event_titles.h"
#include "app/core/owed_duties.h"
#include "app/core/standings.h"
#include "app/core/unowed.h"
#include "app/core/verdict_words.h"
#include "registry/details.h"

namespace esep::app {
namespace {

// The record may name no form and no stage: then it is of all of them.
bool is_about(const registry::DetailsByKey& details, const std::string& event, const report::ReportKey& key) {
  const auto says = [&](const char* name, const std::string& wanted) {
    const auto at = details.find(name);
    return at != details.end() && at->second == wanted;
  };
  const auto fits = [&](const char* name, const std::string& wanted) { return says(name, "") || says(name, wanted); };
  return says("event", event) && fits("form", key.form) && fits("stage", key.stage) &&
         says("organisation", key.organisation) && says("subject", key.subject) && says("period", key.period) &&
         says("occurrence", std::to_string(key.occurrence));
}

// Another record, or a day of the register, may stand in for the one that was taken back.
bool has_event(Engine& engine, const report::Submission& submission) {
  OwedDuties duties(engine);
  const report::Duty* duty = duties.find(submission.key);
  return duty != nullptr && duty->event_date.has_value();
}

}  // namespace

struct VerdictsSince::EventRecord {
  std::string event;
  calendar::Date recorded;
  std::string user;
  bool withdrawn = false;
};

// The last record of the event from which the term runs, if it came after the report.
std::optional<VerdictsSince::EventRecord> VerdictsSince::later_event(const report::Submission& submission) {
  const auto* obligation = engine_.catalog().obligation(submission.deadline.obligation);
  if (obligation == nullptr || obligation->event.empty()) return std::nullopt;
  if (!events_) {
    events_ = engine_.registry().history().entries();
    std::erase_if(*events_, [](const auto& one) { return one.action != "event" && one.action != "event_withdraw"; });
  }
  const auto own = engine_.registry().history().entries(submission.id);
  std::optional<EventRecord> out;
  for (const auto& entry : *events_) {
    if (own.empty() || entry.seq <= own.front().seq) continue;
    if (!is_about(registry::details_by_key(entry.details), obligation->event, submission.key)) continue;
    if (const auto at = calendar::LocalTime::parse(entry.at))
      out = EventRecord{obligation->event, at->date, entry.user, entry.action == "event_withdraw"};
  }
  return out;
}

std::vector<Message> VerdictsSince::of(const report::Submission& submission) {
  std::vector<Message> out;
  if (submission.revision == 0 || submission.state == report::State::withdrawn) return out;
  const Message changed = changed_verdict_message(engine_, Standings(engine_).of(submission));
  const auto by = later_event(submission);
  Message::Args args;
  if (by) {
    args = {{"event", engine_.event_titles().of(by->event)}, {"date", by->recorded.dotted()}, {"user", by->user}};
  }
  if (!changed.empty()) {
    args.emplace_back("verdict", engine_.render_all(changed));
    out.push_back(by ? Message("VERIFY-VERDICT-BY-EVENT", std::move(args))
                     : Message("VERIFY-VERDICT", std::move(args)));
  } else if (by && by->withdrawn && !is_without_term(engine_, submission) && !has_event(engine_, submission)) {
    out.push_back(Message("VERIFY-EVENT-WITHDRAWN", std::move(args)));
  }
  if (const auto unowed = no_duty_now(engine_, submission)) out.push_back(*unowed);
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/review/letter_moment.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "registry/details.h"
#include "registry/review_records.h"

namespace esep::app {
namespace {

using report::Action;

// A step of the report with what was written down about it.
struct ToldDeed {
  int64_t seq = 0;
  Action action = Action::submit;
  calendar::Date on;
  registry::DetailsByKey said;
};

std::vector<ToldDeed> deeds_on(Engine& engine, const report::Submission& submission) {
  std::vector<ToldDeed> out;
  for (const auto& entry : engine.registry().history().entries(submission.id)) {
    const auto action = report::action_from(entry.action);
    const auto at = calendar::LocalTime::parse(entry.at);
    if (action && at) out.push_back({entry.seq, *action, at->date, registry::details_by_key(entry.details)});
  }
  return out;
}

// Adds what the deed changed before the moment of the letter.
void add_before(const ToldDeed& deed, LetterMoment& out, size_t& notes) {
  if (deed.action == Action::note) ++notes;
  if (report::is_reviewing(deed.action)) out.on = std::max(out.on, deed.on);
  const auto reviewer = deed.said.find("reviewer");
  if (reviewer != deed.said.end()) out.reviewer = reviewer->second;
}

// What was done since, with its day.
using Since = std::vector<std::pair<calendar::Date, Message>>;

void add_since(ToldDeed deed, Since& out) {
  const auto tell = [&](const char* key, Message::Args args) {
    args.emplace_back("date", deed.on.dotted());
    out.emplace_back(deed.on, Message(key, std::move(args)));
  };
  const std::string& number = deed.said["recommendation"];
  if (deed.action == Action::recommend) tell("LETTER-SINCE-GIVEN", {{"number", number}});
  if (deed.action == Action::answer) tell("LETTER-SINCE-ANSWERED", {{"number", number}});
  if (deed.action == Action::close) {
    const std::string& outcome = deed.said["text"];
    tell("LETTER-SINCE-CLOSED", {{"number", number}, {"outcome", outcome.empty() ? "—" : outcome}});
  }
  if (deed.action == Action::withdraw) tell("LETTER-SINCE-WITHDRAWN", {{"reason", deed.said["reason"]}});
}

// As it stood before it was closed, if it was closed later.
void reopen(report::Recommendation& one) {
  one.state = one.answered_by.empty() ? report::Recommendation::State::open : report::Recommendation::State::answered;
  one.outcome.clear();
  one.closed_by.clear();
  one.closed_at.reset();
}

void add_recommendations_then(Engine& engine, const report::Submission& submission, const std::vector<ToldDeed>& deeds,
                              int64_t seq, LetterMoment& out) {
  const registry::ReviewRecords records(engine.registry());
  for (auto& one : records.recommendations(submission.id)) {
    bool given = true;
    for (const ToldDeed& deed : deeds) {
      const auto number = deed.said.find("recommendation");
      if (deed.seq <= seq || number == deed.said.end() || number->second != one.number) continue;
      if (deed.action == Action::recommend) given = false;
      if (deed.action == Action::close) reopen(one);
    }
    if (given) out.recommendations.push_back(std::move(one));
  }
}

}  // namespace

LetterMoment letter_moment(Engine& engine, const report::Submission& submission, int64_t seq) {
  LetterMoment out;
  out.on = submission.receipt.received.date;
  size_t notes = 0;
  Since since;
  const auto deeds = deeds_on(engine, submission);
  for (const ToldDeed& deed : deeds) {
    if (deed.seq <= seq)
      add_before(deed, out, notes);
    else
      add_since(deed, since);
  }
  out.notes = registry::ReviewRecords(engine.registry()).notes(submission.id);
  if (out.notes.size() > notes) out.notes.resize(notes);
  add_recommendations_then(engine, submission, deeds, seq, out);
  const auto now = engine.registry().latest_accepted(submission.key);
  if (now && now->revision > submission.revision) {
    const calendar::Date day = now->receipt.received.date;
    since.emplace_back(
        day, Message("LETTER-SINCE-REVISED",
                     {{"number", now->number}, {"revision", std::to_string(now->revision)}, {"date", day.dotted()}}));
  }
  std::stable_sort(since.begin(), since.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [day, message] : since) out.since.push_back(std::move(message));
  return out;
}

int64_t last_deed(Engine& engine, const report::Submission& submission, const std::vector<Action>& actions) {
  const auto steps = registry::ReviewRecords(engine.registry()).steps(submission.id, actions);
  return steps.empty() ? 0 : steps.back().seq;
}

std::string since_line(const LetterMoment& moment, const document::Say& say) {
  if (moment.since.empty()) return {};
  std::vector<std::string> changes;
  for (const Message& one : moment.since) changes.push_back(say(one));
  return say(Message("LETTER-SINCE", {{"changes", join(changes, "; ")}}));
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/review/returned_report.h"

#include "base/error.h"
#include "registry/details.h"

namespace esep::app {

ReturnedReport returned_report(Engine& engine, const report::Submission& submission) {
  using report::Action;
  ReturnedReport out;
  out.submission = submission;
  bool returned = false;
  for (const auto& entry : engine.registry().history().entries(submission.id)) {
    const auto action = report::action_from(entry.action);
    if (action == Action::open || action == Action::approve) returned = false;
    if (action != Action::send_back) continue;
    returned = true;
    out.seq = entry.seq;
    const auto said = registry::details_by_key(entry.details);
    const auto text = said.find("text");
    out.reason = text == said.end() ? std::string() : text->second;
    out.on = calendar::Date::parse_iso(entry.at.substr(0, 10)).value_or(calendar::Date{});
  }
  if (!returned)
    throw Error(Message("RETURN-NOT-RETURNED", {{"number", submission.number}}),
                Message("RETURN-HINT", {{"number", submission.number}}));
  const registry::ReviewRecords records(engine.registry());
  out.notes = records.notes(submission.id);
  for (auto& one : records.recommendations(submission.id)) {
    if (one.state != report::Recommendation::State::closed) out.recommendations.push_back(std::move(one));
  }
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/core/standings.h"

#include <algorithm>

#include "registry/deeds.h"

namespace esep::app {

report::Standing Standings::of(const report::Submission& submission) {
  const report::Standing as_received{{submission.verdict, submission.deadline.effective}};
  if (submission.revision == 0 || submission.state == report::State::withdrawn) return as_received;
  if (report::is_done_by_dispatch(engine_.catalog(), submission.key.form)) {
    const auto& effective = submission.deadline.effective;
    return {{report::judge_deed(dispatched_on(submission), effective, engine_.calendar()), effective}};
  }
  const Duties& duties = duties_with_an_event(submission.key.form);
  const auto duty = duties.find(submission.key);
  if (duty == duties.end()) return as_received;
  const report::Submission deciding = engine_.registry().deciding(submission);
  auto out = report::standing_of(duty->second, submission, deciding, done_.of(deciding), engine_.calendar());
  out.now.verdict.decided_by = submission.verdict.decided_by;
  return out;
}

std::optional<calendar::Date> Standings::dispatched_on(const report::Submission& submission) {
  if (!deeds_) deeds_ = registry::Deeds(engine_.registry()).all();
  const auto* obligation = engine_.catalog().obligation(submission.deadline.obligation);
  if (obligation == nullptr) return std::nullopt;
  return report::delivered_on(*obligation, report::deliveries_of(*obligation, submission.key, *deeds_));
}

const Standings::Duties& Standings::duties_with_an_event(const std::string& form) {
  const auto [at, fresh] = duties_.try_emplace(form);
  if (!fresh) return at->second;
  const auto editions = engine_.catalog().editions(form);
  const bool starts_with_event = std::any_of(editions.begin(), editions.end(), [](const auto* edition) {
    const auto& all = edition->obligations;
    return std::any_of(all.begin(), all.end(), [](const auto& one) { return one.due.needs_event(); });
  });
  if (!starts_with_event) return at->second;
  report::DutyFilter filter;
  filter.form = form;
  filter.from = calendar::Date::from_ymd(engine_.calendar().first_year(), 1, 1);
  filter.to = calendar::Date::from_ymd(engine_.calendar().last_year(), 12, 31);
  for (auto& duty : engine_.duties(filter)) {
    const report::ReportKey key = duty.key;
    if (duty.obligation->due.needs_event()) at->second.emplace(key, std::move(duty));
  }
  return at->second;
}

report::Submission as_it_stands(const report::Submission& submission, const report::Standing& standing) {
  report::Submission out = submission;
  out.verdict = standing.now.verdict;
  out.deadline.effective = standing.now.effective;
  return out;
}

}  // namespace esep::app

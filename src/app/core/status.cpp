// SPDX-License-Identifier: MIT
#include "app/core/status.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/core/completion_day.h"
#include "app/core/duty_of.h"
#include "app/core/earlier_approval.h"
#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/named_days.h"
#include "app/core/sent_paper.h"
#include "app/core/standing_words.h"
#include "app/core/unowed.h"
#include "base/error.h"
#include "registry/deeds.h"
#include "registry/review_records.h"

namespace esep::app {

const form::Obligation* obligation_without_form(const form::FormCatalog& catalog, const std::string& id) {
  const auto* out = catalog.obligation(id);
  return out != nullptr && out->form.empty() ? out : nullptr;
}

StatusRequest status_request(Engine& engine, const std::string& name, report::DutyFilter narrow) {
  StatusRequest out{name, nullptr, std::move(narrow)};
  if (engine.catalog().editions(name).empty()) out.obligation = obligation_without_form(engine.catalog(), name);
  if (out.obligation == nullptr) engine.catalog().require(name);
  if (out.obligation != nullptr) out.form.clear();
  out.filter.form = out.form;
  if (out.obligation != nullptr) out.filter.obligation = out.obligation->id;
  const auto kind = out.obligation == nullptr ? engine.catalog().editions(name).back()->period : out.obligation->period;
  if (kind && !out.filter.period)
    throw Error(Message("CLI-MISSING-OPTION", {{"option", "--period"}}), "CLI-SEE-HELP", Error::Kind::usage);
  if (kind && out.obligation != nullptr && out.filter.period->kind != *kind)
    throw Error(not_of_kind(out.filter.period->text(), *kind), {}, Error::Kind::usage);
  require_known(engine, out.filter);
  ask_whole_calendar(engine, out.filter);
  return out;
}

namespace {

// An event that is awaited although the day has passed by which it usually has happened.
void mark_late_events(Engine& engine, std::vector<report::StatusRow>& rows, calendar::Date today) {
  for (report::StatusRow& row : rows) {
    if (!row.awaits_event()) continue;
    const auto usual = engine.event_titles().usual_day(row.duty, engine.calendar());
    if (usual && today > *usual) row.usual_event_day = usual;
  }
}

bool is_asked(const report::DutyFilter& filter, const report::ReportKey& key) {
  const auto fits = [](const std::string& asked, const std::string& is) { return asked.empty() || asked == is; };
  const bool in_period = !filter.period || key.period.empty() || key.period == filter.period->text();
  return in_period && fits(filter.organisation, key.organisation) && fits(filter.subject, key.subject) &&
         fits(filter.stage, key.stage);
}

// The obligation under which a report came; where the data no longer have it, any of its form; nullptr: there is none.
const form::Obligation* obligation_of(const form::FormCatalog& catalog, const report::Submission& submission) {
  if (const auto* own = catalog.obligation(submission.deadline.obligation)) return own;
  const auto& all = catalog.obligations();
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.form == submission.key.form; });
  return at == all.end() ? nullptr : &*at;
}

report::StatusRow unowed_row(const form::Obligation& obligation, const report::ReportKey& key) {
  report::StatusRow out;
  out.duty.obligation = &obligation;
  out.duty.key = key;
  out.duty.owed = false;
  return out;
}

// The report stands as its receipt says: there is no other deadline.
std::vector<report::StatusRow> unowed_reports_of(Engine& engine, const report::DutyFilter& filter) {
  std::vector<report::StatusRow> out;
  CompletionDays done(engine);
  UnowedReasons reasons(engine);
  for (const report::Submission& one : unowed_reports(engine, filter.form)) {
    const auto* obligation = obligation_of(engine.catalog(), one);
    if (obligation == nullptr || !is_asked(filter, one.key)) continue;
    report::StatusRow row = unowed_row(*obligation, one.key);
    row.duty.due.nominal = one.deadline.nominal;
    row.duty.due.effective = one.deadline.effective;
    report::take_report(row, one, one, {one.verdict, one.deadline.effective});
    row.done = done.of(one);
    row.origin.unowed = reasons.of(row.duty);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<report::StatusRow> unowed_deeds_of(Engine& engine, const form::Obligation& obligation,
                                               const report::DutyFilter& filter) {
  OwedDuties duties(engine);
  UnowedReasons reasons(engine);
  std::set<report::ReportKey> seen;
  std::vector<report::StatusRow> out;
  const auto deeds = registry::Deeds(engine.registry()).all();
  for (const report::Deed& one : deeds) {
    if (one.obligation != obligation.id || !is_asked(filter, one.key) || duties.owes(one)) continue;
    report::StatusRow row = unowed_row(obligation, one.key);
    row.deliveries = report::deliveries_of(obligation, one.key, deeds);
    row.done = report::delivered_on(obligation, row.deliveries);
    if (row.deed() == nullptr || !seen.insert(one.key).second) continue;
    row.origin.unowed = reasons.of(row.duty);
    out.push_back(std::move(row));
  }
  return out;
}

// Of a paper that was sent the list names the report on it, and not what was composed since.
void name_sent(const report::Delivery& delivery, report::StatusRow& row) {
  if (!row.duty.by_dispatch || row.deed() == nullptr || !delivery.deed || !delivery.revision) return;
  if (delivery.deed->report != row.deed()->report) return;
  row.submission = delivery.deed->report;
  row.revision = delivery.revision->revision;
}

// What stands behind the reports of a list. The register is asked once for all of them.
class Origins {
 public:
  Origins(Engine& engine, const std::vector<report::Submission>& submissions)
      : engine_(engine), sources_(engine, PaperSources::Of::many), days_(engine) {
    for (const report::Submission& one : submissions) {
      by_number_[one.number] = &one;
      revisions_[one.key].push_back(&one);
    }
  }

  void complete(report::StatusRow& row) {
    if (row.revision > 0) {
      const report::Submission& in_force = *by_number_.at(row.submission);
      row.origin.approved = approved_before(in_force);
      if (!row.duty.obligation->done_on.empty()) row.origin.days = days_of(in_force);
      // A paper that was sent says itself what changed since.
      if (!row.duty.by_dispatch) row.origin.changes = sources_.changes_since(in_force);
    } else {
      row.origin.taken_back = taken_back(row.duty.key);
    }
    for (auto& delivery : row.deliveries) {
      complete(delivery);
      name_sent(delivery, row);
    }
  }

 private:
  void complete(report::Delivery& delivery) {
    const auto at = delivery.deed ? by_number_.find(delivery.deed->report) : by_number_.end();
    if (at == by_number_.end() || delivery.deed->sent) return complete_delivery(engine_, delivery);
    const auto& all = revisions_.at(at->second->key);
    const auto last = std::find_if(all.rbegin(), all.rend(), [](const auto* one) { return one->is_in_force(); });
    delivery.revision = delivered_revision(*at->second, last == all.rend() ? nullptr : *last);
  }

  [[nodiscard]] std::vector<report::TakenBack> taken_back(const report::ReportKey& key) {
    std::vector<report::TakenBack> out;
    const auto all = revisions_.find(key);
    if (all == revisions_.end()) return out;
    for (const report::Submission* one : all->second) {
      if (const auto withdrawal = withdrawal_of(engine_, *one))
        out.push_back({one->number, one->receipt.received, *withdrawal});
    }
    return out;
  }

  [[nodiscard]] std::vector<report::NamedDay> days_of(const report::Submission& now) {
    auto revisions = revisions_.at(now.key);
    std::erase_if(revisions, [&](const auto* one) { return engine_.find_form_of(*one) == nullptr; });
    return named_days(days_, std::move(revisions), now.revision);
  }

  [[nodiscard]] std::optional<report::EarlierApproval> approved_before(const report::Submission& now) {
    if (!may_be_approved_earlier(now)) return std::nullopt;
    std::optional<report::EarlierApproval> out;
    const auto& approvals = approvals_of(now.key.form);
    for (const report::Submission* one : revisions_.at(now.key)) {
      if (one->id >= now.id || one->state == report::State::withdrawn) continue;
      const auto at = approvals.find(one->id);
      if (at != approvals.end())
        out = report::EarlierApproval{one->number, one->revision, at->second.user, at->second.at.date};
    }
    return out;
  }

  const std::map<int64_t, registry::StepTaken>& approvals_of(const std::string& form) {
    const auto [at, fresh] = approvals_.try_emplace(form);
    if (!fresh) return at->second;
    const registry::ReviewRecords records(engine_.registry());
    for (auto& step : records.steps(form, {report::Action::approve}))
      at->second.insert_or_assign(step.submission, std::move(step));
    return at->second;
  }

  Engine& engine_;
  PaperSources sources_;
  CompletionDays days_;
  std::map<std::string, const report::Submission*> by_number_;
  std::map<report::ReportKey, std::vector<const report::Submission*>> revisions_;  // in the order of their numbers
  std::map<std::string, std::map<int64_t, registry::StepTaken>> approvals_;        // by form: the last of each report
};

}  // namespace

std::vector<report::StatusRow> collect_status(Engine& engine, const report::DutyFilter& filter, calendar::Date today) {
  auto& registry = engine.registry();
  auto duties = engine.duties(filter);
  registry::Registry::Filter kept;
  kept.form = filter.form;
  kept.organisation = filter.organisation;
  kept.subject = filter.subject;
  // Duties that an event starts have no period.
  const auto editions = engine.catalog().editions(filter.form);
  const bool periodic = !editions.empty() && editions.back()->period.has_value();
  if (filter.period && periodic) kept.period = filter.period->text();
  const auto submissions = registry.submissions(kept);
  CompletionDays done(engine);
  const report::StatusFacts facts{registry.waivers(), registry::Deeds(registry).all(),
                                  [&done](const report::Submission& s) { return done.of(s); }};
  auto out = report::status_of(std::move(duties), submissions, facts, today, engine.calendar());
  mark_late_events(engine, out, today);
  Origins origins(engine, submissions);
  for (auto& row : out) origins.complete(row);
  return out;
}

std::vector<report::StatusRow> list_status(Engine& engine, const StatusRequest& request, calendar::Date today) {
  auto out = collect_status(engine, request.filter, today);
  auto unowed = request.obligation == nullptr ? unowed_reports_of(engine, request.filter)
                                              : unowed_deeds_of(engine, *request.obligation, request.filter);
  for (auto& row : unowed) out.push_back(std::move(row));
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/core/unowed.h"

#include <algorithm>

#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/names.h"
#include "app/core/no_duty.h"
#include "app/core/titles.h"
#include "base/text.h"
#include "registry/deeds.h"
#include "registry/history_details.h"

namespace esep::app {
namespace {

const form::FormDefinition* newest(Engine& engine, const std::string& form) {
  const auto editions = engine.catalog().editions(form);
  return editions.empty() ? nullptr : editions.back();
}

LocalText deed_title(Engine& engine, const DutyRecord& record) {
  if (const auto* obligation = engine.catalog().obligation(record.deed->obligation)) return obligation->title;
  return form_title(engine, record.key.form.empty() ? record.name : record.key.form);
}

// Of two records of one event the last counts.
bool starts_the_term(const report::Event& event, const report::Duty& duty) {
  const auto fits = [](const std::string& recorded, const std::string& of) {
    return recorded.empty() || recorded == of;
  };
  const report::ReportKey& key = duty.key;
  return event.event == duty.obligation->event && fits(event.key.form, key.form) && fits(event.key.stage, key.stage) &&
         event.key.organisation == key.organisation && event.key.subject == key.subject &&
         event.key.period == key.period && event.key.occurrence == key.occurrence;
}

std::vector<report::Submission> reports_in_force(Engine& engine, const std::string& form) {
  registry::Registry::Filter filter;
  filter.form = form;
  auto out = engine.registry().submissions(filter);
  std::erase_if(out, [](const report::Submission& one) { return !one.is_in_force(); });
  return out;
}

}  // namespace

std::vector<DutyRecord> duty_records(Engine& engine) {
  std::vector<DutyRecord> out;
  for (const auto& one : reports_in_force(engine, ""))
    out.push_back({DutyRecord::Kind::report, one.key, one.number, {}, {}, {}});
  for (const auto& one : report::events_in_force(engine.registry().events())) {
    const auto day = one.none ? std::nullopt : std::optional(one.date);
    out.push_back({DutyRecord::Kind::event, one.key, one.event, day, one, {}});
  }
  const auto deeds = registry::Deeds(engine.registry()).all();
  for (const report::Deed& one : deeds) {
    const auto counting = report::deeds_of(deeds, one.obligation, one.key, one.addressee);
    if (std::find(counting.begin(), counting.end(), &one) == counting.end()) continue;
    out.push_back(
        {DutyRecord::Kind::deed, one.key, one.obligation.empty() ? one.key.form : one.obligation, one.date, {}, one});
  }
  return out;
}

bool is_owed(OwedDuties& duties, const DutyRecord& record) {
  if (record.kind == DutyRecord::Kind::event) return duties.starts_a_term(*record.event);
  return record.kind == DutyRecord::Kind::deed ? duties.owes(*record.deed) : duties.owes(record.key);
}

const report::Duty* duty_of(OwedDuties& duties, const DutyRecord& record) {
  if (record.kind == DutyRecord::Kind::event) return nullptr;
  return record.kind == DutyRecord::Kind::deed ? duties.find(*record.deed) : duties.find(record.key);
}

std::vector<DutyRecord> unowed_records(Engine& engine) {
  OwedDuties duties(engine);
  auto out = duty_records(engine);
  std::erase_if(out, [&](const DutyRecord& one) { return is_owed(duties, one); });
  return out;
}

std::vector<report::Submission> unowed_reports(Engine& engine, const std::string& form) {
  OwedDuties duties(engine);
  auto out = reports_in_force(engine, form);
  std::erase_if(out, [&](const report::Submission& one) { return duties.owes(one.key); });
  return out;
}

Message record_message(Engine& engine, const DutyRecord& record) {
  Message::Args args{{"about", key_words(engine, record.key)}};
  if (record.kind == DutyRecord::Kind::report) {
    args.emplace_back("number", record.name);
    return {"UNOWED-REPORT", std::move(args)};
  }
  args.emplace_back("date", record.day ? record.day->dotted() : "—");
  args.emplace_back("title", record.kind == DutyRecord::Kind::event ? engine.event_titles().of(record.name)
                                                                    : deed_title(engine, record));
  return {record.kind == DutyRecord::Kind::event ? "UNOWED-EVENT" : "UNOWED-DEED", std::move(args)};
}

Message report_message(Engine& engine, const report::Submission& report) {
  return record_message(engine, {DutyRecord::Kind::report, report.key, report.number, {}, {}, {}});
}

// Of two entries on the same event the last counts.
const registry::HistoryEntry* UnowedReasons::withdrawal_of(const report::Event& event) {
  if (!withdrawals_) {
    withdrawals_ = engine_.registry().history().entries();
    std::erase_if(*withdrawals_, [](const auto& one) { return one.action != "event_withdraw"; });
  }
  const std::string details = registry::event_details(event);
  const auto at = std::find_if(withdrawals_->rbegin(), withdrawals_->rend(),
                               [&](const auto& one) { return one.details == details; });
  return at == withdrawals_->rend() ? nullptr : &*at;
}

// The event from which the duty arose was taken back; nullopt: it was not.
std::optional<Message> UnowedReasons::withdrawn_event(const report::Duty& duty) {
  if (duty.obligation->event.empty()) return std::nullopt;
  if (!events_) events_ = engine_.registry().events();
  const auto last = std::find_if(events_->rbegin(), events_->rend(),
                                 [&](const report::Event& one) { return starts_the_term(one, duty); });
  if (last == events_->rend() || !last->withdrawn) return std::nullopt;
  const auto* entry = withdrawal_of(*last);
  const auto at = entry == nullptr ? std::nullopt : calendar::LocalTime::parse(entry->at);
  if (!at) return std::nullopt;
  Message::Args args{
      {"event", engine_.event_titles().of(last->event)}, {"date", at->date.dotted()}, {"user", entry->user}};
  if (last->document.empty()) return Message("UNOWED-EVENT-WITHDRAWN", std::move(args));
  args.emplace_back("document", last->document);
  return Message("UNOWED-EVENT-WITHDRAWN-BY", std::move(args));
}

Message UnowedReasons::of(const report::Duty& duty) {
  const report::ReportKey& key = duty.key;
  const auto* form = newest(engine_, key.form);
  const auto period = calendar::Period::parse(key.period);
  if (form != nullptr) {
    if (auto problem = party_problem(engine_, *form, key)) return std::move(problem->message);
  }
  if (auto withdrawn = withdrawn_event(duty)) return std::move(*withdrawn);
  if (form != nullptr && period) return no_duty_message(engine_, *form, key, period->names());
  const std::string& subjects = duty.obligation->who.subject_register;
  const auto* row = subjects.empty() ? nullptr : engine_.row(subjects, key.subject);
  const std::string owner = row == nullptr ? ""
                                           : report::row_text(engine_.catalog().register_by_id(subjects), *row,
                                                              form::RegisterRole::organisation);
  if (owner.empty() || owner == key.organisation) return Message("UNOWED-WHY");
  return Message("SUBJECT-OF-OTHER", {{"subject", key.subject},
                                      {"wanted", organisation_title(engine_, owner)},
                                      {"found", organisation_title(engine_, key.organisation)}});
}

std::optional<Message> no_duty_now(Engine& engine, const report::Submission& report) {
  const auto* obligation = engine.catalog().obligation(report.deadline.obligation);
  if (!report.is_in_force() || obligation == nullptr || OwedDuties(engine).owes(report.key)) return std::nullopt;
  report::Duty duty;
  duty.obligation = obligation;
  duty.key = report.key;
  duty.owed = false;
  return UnowedReasons(engine).of(duty);
}

std::vector<Message> unowed_remarks(Engine& engine) {
  std::vector<Message> out;
  for (const DutyRecord& one : unowed_records(engine)) {
    out.push_back(Message("UNOWED", {{"what", engine.render_all(record_message(engine, one))}}));
  }
  return out;
}

}  // namespace esep::app

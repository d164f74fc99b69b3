// SPDX-License-Identifier: MIT
#include "report/duty/duty.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace esep::report {
namespace {

using calendar::Date;
using calendar::Period;
using form::FormCatalog;
using form::FormDefinition;
using form::Obligation;
using form::RegisterRole;

// The reporter: the organisation and, if the form has one, the subject.
struct Reporter {
  std::string organisation;
  std::string subject;
  std::optional<Date> live_from;
  std::optional<Date> live_to;
  // If a duty changes hands within a period, the body that has it on the period's last day owes the report.
  std::optional<Date> holds_from = std::nullopt;
  std::optional<Date> holds_to = std::nullopt;
  const form::RegisterDefinition* subjects = nullptr;
  const RegisterRow* row = nullptr;  // of `subjects`
  const form::Roadmap* roadmap = nullptr;
};

// An event may be a day of the register («use of the grant ends»), unless an event of that name is recorded.
std::optional<Date> register_day(const Reporter& who, const std::string& event) {
  if (who.row == nullptr) return std::nullopt;
  return event_day(*who.subjects, *who.row, event);
}

std::vector<Reporter> roadmap_executors(const std::string& form, const FormCatalog& catalog) {
  std::set<std::tuple<std::string, Date, Date>> spans;
  std::vector<Reporter> list;
  for (const auto& roadmap : catalog.roadmaps()) {
    if (roadmap.reports.form != form) continue;
    spans.clear();
    for (const auto& execution : form::executions(roadmap)) {
      const Date from = execution.since.value_or(roadmap.from);
      const Date to = execution.until.value_or(roadmap.to);
      if (!spans.emplace(execution.organisation, from, to).second) continue;
      list.push_back({execution.organisation, "", roadmap.from, roadmap.to, execution.since, execution.until, nullptr,
                      nullptr, &roadmap});
    }
  }
  return list;
}

std::vector<Reporter> reporters(const Obligation& obligation, const FormCatalog& catalog, const RegisterRows& rows) {
  std::vector<Reporter> out;
  if (obligation.who.roadmap_executors) return roadmap_executors(obligation.form, catalog);
  if (!obligation.who.subject_register.empty()) {
    const auto& definition = catalog.register_by_id(obligation.who.subject_register);
    for (const RegisterRow& row : rows(definition.id)) {
      out.push_back({row_text(definition, row, RegisterRole::organisation), row.key,
                     row_date(definition, row, RegisterRole::live_from),
                     row_date(definition, row, RegisterRole::live_to), std::nullopt, std::nullopt, &definition, &row});
    }
    return out;
  }
  const auto& definition = catalog.organisations();
  const auto contains = [](const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  for (const RegisterRow& row : rows(definition.id)) {
    const bool named = contains(obligation.who.organisations, row.key);
    const bool of_kind = contains(obligation.who.organisation_kinds, row_text(definition, row, RegisterRole::kind));
    if (!named && !of_kind) continue;
    out.push_back({row.key, "", row_date(definition, row, RegisterRole::live_from),
                   row_date(definition, row, RegisterRole::live_to)});
  }
  return out;
}

class DutyLister {
 public:
  DutyLister(const FormCatalog& catalog, const RegisterRows& rows, const std::vector<Event>& events,
             const calendar::WorkingDays& calendar, const DutyFilter& filter)
      : catalog_(catalog), rows_(rows), events_(events_in_force(events)), calendar_(calendar), filter_(filter) {}

  std::vector<Duty> run() {
    for (const std::string& form : catalog_.form_ids()) {
      for (const FormDefinition* edition : catalog_.editions(form)) {
        for (const Obligation& obligation : edition->obligations) list(obligation, edition);
      }
    }
    for (const Obligation& obligation : catalog_.obligations()) {
      if (!is_of_a_form(obligation)) list(obligation, nullptr);
    }
    sort();
    return std::move(out_);
  }

 private:
  bool is_of_a_form(const Obligation& obligation) const {
    if (obligation.form.empty()) return false;
    for (const FormDefinition* edition : catalog_.editions(obligation.form)) {
      for (const Obligation& own : edition->obligations) {
        if (own.id == obligation.id) return true;
      }
    }
    return false;
  }

  static bool wanted(const std::string& filter, const std::string& value) { return filter.empty() || filter == value; }

  void list(const Obligation& obligation, const FormDefinition* edition) {
    if (!wanted(filter_.form, obligation.form) || !wanted(filter_.stage, obligation.stage) ||
        !wanted(filter_.obligation, obligation.id)) {
      return;
    }
    const std::vector<Period> periods = candidate_periods(obligation);
    // A body that answers for several measures reports once.
    std::set<std::tuple<std::string, std::string, std::string>> listed;
    computed_.clear();
    for (const Reporter& who : reporters(obligation, catalog_, rows_)) {
      if (!wanted(filter_.organisation, who.organisation) || !wanted(filter_.subject, who.subject)) continue;
      if (!obligation.period) {
        if (!listed.emplace(who.organisation, who.subject, "").second) continue;
        list_event(obligation, edition, who, {obligation.form, obligation.stage, who.organisation, who.subject, "", 1},
                   std::nullopt);
        continue;
      }
      for (const Period& period : periods) {
        if (!applies(obligation, edition, who, period)) continue;
        if (!listed.emplace(who.organisation, who.subject, period.text()).second) continue;
        ReportKey key{obligation.form, obligation.stage, who.organisation, who.subject, period.text(), 1};
        if (obligation.due.needs_event()) {
          list_event(obligation, edition, who, key, period);
        } else {
          add(obligation, who, key, period, std::nullopt);
        }
      }
    }
  }

  // By effective date: every period whose deadline can fall between the dates.
  std::vector<Period> candidate_periods(const Obligation& obligation) const {
    if (!obligation.period) return {};
    if (filter_.period) {
      if (filter_.period->kind != *obligation.period) return {};
      return {*filter_.period};
    }
    constexpr int kReach = 800;
    return calendar::periods_between(*obligation.period, filter_.from->plus_days(-kReach),
                                     filter_.to->plus_days(kReach));
  }

  bool applies(const Obligation& obligation, const FormDefinition* edition, const Reporter& who,
               const Period& period) const {
    const Date last = period.last_day();
    if (last < obligation.applies_from || (obligation.applies_to && last > *obligation.applies_to)) return false;
    if (edition != nullptr && !edition->law.in_force.covers(last)) return false;
    if ((who.holds_from && *who.holds_from > last) || (who.holds_to && *who.holds_to < last)) return false;
    // A report is owed for every period in which the subject was live on any day.
    return !(who.live_from && *who.live_from > last) && !(who.live_to && *who.live_to < period.first_day());
  }

  // The edition of the day of the event; without the event, the last edition.
  bool in_words_of(const FormDefinition* edition, const std::optional<Period>& period,
                   const std::optional<Date>& event) const {
    if (edition == nullptr || period) return true;
    if (!event) return edition == catalog_.editions(edition->id).back();
    return edition->law.in_force.covers(*event);
  }

  // An event of a form also starts duties without a form, such as a press release on the day of posting. An event
  // without a stage starts the terms of every stage.
  static bool of_another(const ReportKey& event, const ReportKey& duty) {
    const bool form = !event.form.empty() && !duty.form.empty() && event.form != duty.form;
    return form || (!event.stage.empty() && !duty.stage.empty() && event.stage != duty.stage);
  }

  // Of two events of one term the one counts that was recorded for this form and this stage.
  static int closeness(const ReportKey& event, const ReportKey& duty) {
    const int form = !event.form.empty() && event.form == duty.form ? 1 : 0;
    return form + (!event.stage.empty() && event.stage == duty.stage ? 2 : 0);
  }

  void list_event(const Obligation& obligation, const FormDefinition* edition, const Reporter& who, ReportKey key,
                  const std::optional<Period>& period) {
    std::map<int, std::optional<Date>> found;
    std::map<int, const Event*> none;  // it is recorded that the event does not come
    std::map<int, int> closest;        // by occurrence
    for (const Event& event : events_) {
      if (event.event != obligation.event || event.key.organisation != key.organisation ||
          event.key.subject != key.subject || event.key.period != key.period || of_another(event.key, key)) {
        continue;
      }
      const auto [known, fresh] = closest.try_emplace(event.key.occurrence, closeness(event.key, key));
      if (!fresh && closeness(event.key, key) < known->second) continue;
      known->second = closeness(event.key, key);
      none.erase(event.key.occurrence);
      if (event.none) none[event.key.occurrence] = &event;
      found[event.key.occurrence] = event.none ? std::nullopt : std::optional(event.date);
    }
    if (found.empty()) found.emplace(key.occurrence, register_day(who, obligation.event));
    for (const auto& [occurrence, day] : found) {
      if (!in_words_of(edition, period, day)) continue;
      key.occurrence = occurrence;
      const auto said = none.find(occurrence);
      add(obligation, who, key, period, day, said == none.end() ? nullptr : said->second);
    }
  }

  void add(const Obligation& obligation, const Reporter& who, const ReportKey& key, const std::optional<Period>& period,
           const std::optional<Date>& event, const Event* none = nullptr) {
    Duty duty{&obligation, key, event, {}, who.roadmap};
    duty.not_expected = none != nullptr;
    if (none != nullptr) duty.none_document = none->document;
    duty.by_dispatch = period && is_done_by_dispatch(catalog_, obligation.form);
    try {
      duty.due = due_of(duty, period);
      end_by_register(duty, who);
    } catch (const Error& error) {
      if (error.message().key != "CALENDAR-YEAR") throw;
      // A deadline outside the calendar must not stop everybody: its duty says so, if the event or the period was
      // asked for by name. Otherwise such a deadline is not between dates inside the calendar.
      if (event ? filter_.to && *event > *filter_.to : !filter_.period) return;
      duty.beyond_calendar = error;
      duty.due = {};
      duty.due.steps = calendar::Explanation(
          {{calendar::ExplanationStep::Kind::nominal, std::nullopt, 0, error.message(), LocalText{}}});
    }
    if (filter_.from && filter_.to) {
      const bool elsewhere = period && (period->last_day() < *filter_.from || period->first_day() > *filter_.to);
      const bool never = !filter_.with_undated || (elsewhere && !duty.beyond_calendar);
      if (!duty.due.effective && never) return;
      if (duty.due.effective && (*duty.due.effective < *filter_.from || *duty.due.effective > *filter_.to)) return;
    }
    out_.push_back(std::move(duty));
  }

  // A window lasts longer where the register says so, and never shorter.
  void end_by_register(Duty& duty, const Reporter& who) const {
    if (!duty.is_window() || who.row == nullptr || !duty.due.effective) return;
    const auto last = row_date(*who.subjects, *who.row, RegisterRole::window_to);
    if (last && *last < *duty.due.effective) duty.ends_short = last;
    if (!last || *last <= *duty.due.effective) return;
    Message text("DUE-EXTENDED", {{"register", who.subjects->title}, {"date", last->dotted()}});
    duty.due = calendar::extended_to(duty.due, *last, std::move(text), calendar_);
  }

  // Bodies with the same duty have the same deadline, with the same explanation.
  const calendar::DueDate& due_of(const Duty& duty, const std::optional<Period>& period) {
    const auto key = std::make_tuple(duty.roadmap, duty.key.period, duty.event_date);
    const auto known = computed_.find(key);
    if (known != computed_.end()) return known->second;
    const Obligation& obligation = *duty.obligation;
    const calendar::DueNames names{catalog_.event_title(obligation.event), duty.law()};
    return computed_.emplace(key, calendar::compute_due(obligation.due, period, duty.event_date, calendar_, names))
        .first->second;
  }

  void sort() {
    const auto key = [](const Duty& d) {
      return std::make_tuple(d.due.effective.value_or(Date::from_days(1 << 24)), std::cref(d.obligation->id),
                             std::cref(d.key));
    };
    std::stable_sort(out_.begin(), out_.end(), [&](const Duty& a, const Duty& b) { return key(a) < key(b); });
  }

  const FormCatalog& catalog_;
  const RegisterRows& rows_;
  const std::vector<Event> events_;
  const calendar::WorkingDays& calendar_;
  const DutyFilter& filter_;
  // Of one obligation, by roadmap, period and event.
  std::map<std::tuple<const form::Roadmap*, std::string, std::optional<Date>>, calendar::DueDate> computed_;
  std::vector<Duty> out_;
};

}  // namespace

bool is_done_by_dispatch(const FormCatalog& catalog, const std::string& form) {
  const auto editions = catalog.editions(form);
  return !editions.empty() && editions.back()->reporting.composed && editions.back()->period;
}

std::vector<Duty> list_duties(const FormCatalog& catalog, const RegisterRows& rows, const std::vector<Event>& events,
                              const calendar::WorkingDays& calendar, const DutyFilter& filter) {
  // Between days behind the end of the calendar no term is known, and what has none can be listed.
  for (const auto& day : {filter.from, filter.to}) {
    if (day && day->year() <= calendar.last_year()) calendar.require_covered(*day);
  }
  return DutyLister(catalog, rows, events, calendar, filter).run();
}

}  // namespace esep::report

// SPDX-License-Identifier: MIT
#include "app/registers/record_event.h"

#include <algorithm>
#include <set>

#include "app/core/early_records.h"
#include "app/core/event_titles.h"
#include "app/core/key_checks.h"
#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/core/none_records.h"
#include "app/core/plausible_limits.h"
#include "app/core/rights.h"
#include "app/core/titles.h"
#include "base/error.h"
#include "base/shell.h"
#include "base/text.h"
#include "base/titled_list.h"

namespace esep::app {
namespace {

std::vector<const form::Obligation*> all_obligations(const form::FormCatalog& catalog) {
  std::vector<const form::Obligation*> out;
  for (const std::string& form : catalog.form_ids()) {
    for (const auto* edition : catalog.editions(form)) {
      for (const auto& obligation : edition->obligations) out.push_back(&obligation);
    }
  }
  for (const auto& obligation : catalog.obligations()) out.push_back(&obligation);
  return out;
}

// Only an event of some obligation can be recorded: a misspelt one would start no term.
std::string known_event(Engine& engine, const std::string& event) {
  std::set<std::string> known;
  for (const auto* obligation : all_obligations(engine.catalog())) known.insert(obligation->event);
  known.erase("");
  if (known.contains(event)) return event;
  const EventTitles& titles = engine.event_titles();
  std::vector<Titled> named;
  for (const std::string& id : known) named.push_back({id, titles.of(id)});
  if (const Titled* one = find_titled(named, event)) return one->id;
  throw Error(Message("EVENT-UNKNOWN", {{"event", event}, {"known", titled_list(named)}}), did_you_mean(event, named),
              Error::Kind::usage);
}

// The obligations whose term the event starts, of the form and the stage if these are given.
std::vector<const form::Obligation*> waiting_for(Engine& engine, const std::string& event,
                                                 const report::ReportKey& key) {
  std::vector<const form::Obligation*> out;
  std::set<std::string> forms;
  for (const auto* one : all_obligations(engine.catalog())) {
    if (one->event != event) continue;
    if (!one->form.empty()) forms.insert(one->form);
    const bool other_form = !key.form.empty() && !one->form.empty() && one->form != key.form;
    const bool other_stage = !key.stage.empty() && !one->stage.empty() && one->stage != key.stage;
    if (!other_form && !other_stage) out.push_back(one);
  }
  const bool of_form = key.form.empty() || forms.contains(key.form);
  if (!out.empty() && of_form) return out;
  std::vector<Titled> titled;
  for (const std::string& id : forms) titled.push_back({id, form_title(engine, id)});
  throw Error(
      Message("EVENT-OF-OTHER-FORM", {{"event", engine.event_titles().of(event)}, {"forms", titled_list(titled)}}), {},
      Error::Kind::usage);
}

[[noreturn]] void refuse_missing(const char* option) {
  throw Error(Message("CLI-MISSING-OPTION", {{"option", option}}), "CLI-SEE-HELP", Error::Kind::usage);
}

// Every term runs for a subject or for a body, for a period or once: an event that names less, or more, starts none.
void require_named(Engine& engine, const std::vector<const form::Obligation*>& waiting, const report::Event& event) {
  const auto all = [&](const auto& has) { return std::all_of(waiting.begin(), waiting.end(), has); };
  const auto of_subject = [](const auto* one) { return !one->who.subject_register.empty(); };
  const auto of_period = [](const auto* one) { return one->period.has_value(); };
  if (event.key.subject.empty() && all(of_subject)) refuse_missing("--subject");
  if (event.key.period.empty() && all(of_period)) refuse_missing("--period");
  const Message::Args args{{"event", engine.event_titles().of(event.event)}};
  if (!event.key.subject.empty() && all([&](const auto* one) { return !of_subject(one); }))
    throw Error(Message("EVENT-NO-SUBJECT", args), {}, Error::Kind::usage);
  if (!event.key.period.empty() && all([&](const auto* one) { return !of_period(one); }))
    throw Error(Message("EVENT-NO-PERIOD", args), {}, Error::Kind::usage);
}

// Whose subject it is, by the registers from which obligations that wait for the event take their subjects.
std::set<std::string> owners_of_subject(Engine& engine, const std::string& event, const report::ReportKey& key) {
  std::set<std::string> out;
  for (const auto* obligation : all_obligations(engine.catalog())) {
    const std::string& id = obligation->who.subject_register;
    const bool other_form = !key.form.empty() && !obligation->form.empty() && obligation->form != key.form;
    if (obligation->event != event || other_form || id.empty()) continue;
    if (const auto* row = engine.row(id, key.subject)) {
      out.insert(report::row_text(engine.catalog().register_by_id(id), *row, form::RegisterRole::organisation));
    }
  }
  out.erase("");
  return out;
}

void find_organisation(Engine& engine, const std::string& event, report::ReportKey& key) {
  const std::set<std::string> owners = owners_of_subject(engine, event, key);
  if (owners.empty())
    throw Error(Message("EVENT-SUBJECT", {{"event", engine.event_titles().of(event)}, {"subject", key.subject}}));
  if (key.organisation.empty() && owners.size() == 1) key.organisation = *owners.begin();
  if (key.organisation.empty() || owners.contains(key.organisation)) return;
  throw Error(Message("SUBJECT-OF-OTHER", {{"subject", key.subject},
                                           {"wanted", organisation_title(engine, *owners.begin())},
                                           {"found", organisation_title(engine, key.organisation)}}));
}

// Checks the name of an event and the parties of its key; an empty organisation is filled in.
std::vector<const form::Obligation*> check_parties(Engine& engine, report::Event& event, const registry::Actor& actor) {
  event.event = known_event(engine, event.event);
  require_right(engine, report::RegisterAction::event, actor);
  require_known(engine, {event.key.form, event.key.stage, "", "", event.key.period, 1});
  auto waiting = waiting_for(engine, event.event, event.key);
  const auto of_subject = [](const auto* one) { return !one->who.subject_register.empty(); };
  const bool subjects = std::any_of(waiting.begin(), waiting.end(), of_subject);
  if (subjects && !event.key.subject.empty()) find_organisation(engine, event.event, event.key);
  const bool bare = event.key.subject.empty() && event.key.organisation.empty();
  if (!bare || !std::all_of(waiting.begin(), waiting.end(), of_subject)) {
    require_organisation(event.key);
    require_known_organisation(engine, event.key.organisation);
  }
  require_named(engine, waiting, event);
  require_right(engine, report::RegisterAction::event, actor, event.key.organisation);
  return waiting;
}

// Whether a term starts with the event when nothing else is recorded.
bool starts_a_term(Engine& engine, const std::vector<const form::Obligation*>& waiting, const report::Event& event) {
  report::DutyFilter filter;
  filter.organisation = event.key.organisation;
  filter.subject = event.key.subject;
  filter.period = calendar::Period::parse(event.key.period);
  if (!filter.period && !event.none)
    filter.period = calendar::Period::containing(calendar::PeriodKind::year, event.date);
  return std::any_of(waiting.begin(), waiting.end(), [&](const auto* one) {
    filter.obligation = one->id;
    const auto duties = report::list_duties(engine.catalog(), engine.rows_source(), {event}, engine.calendar(), filter);
    return std::any_of(duties.begin(), duties.end(), [&](const report::Duty& duty) {
      const bool started = event.none ? duty.not_expected : duty.event_date == event.date;
      return started && duty.key.occurrence == event.key.occurrence && duty.key.subject == event.key.subject &&
             duty.key.period == event.key.period;
    });
  });
}

// The plan of the next year is approved before that year's calendar is known; a later year is mistyped.
void require_known_year(Engine& engine, const std::string& text) {
  const auto period = calendar::Period::parse(text);
  if (period && period->first_day().year() > engine.calendar().last_year() + 1)
    engine.calendar().require_covered(period->first_day());
}

// A mistyped year, of the day or of the period, would start a term that was over long ago.
void require_year_of_period(Engine& engine, const report::Event& event, const calendar::Period& period,
                            const report::PlausibleLimits& limits) {
  const auto at = limits.events.find(event.event);
  const report::PlausibleYears& years = at == limits.events.end() ? limits.event_years : at->second;
  const int first = period.first_day().year() - years.before;
  const int last = period.last_day().year() + years.after;
  if (event.date.year() >= first && event.date.year() <= last) return;
  throw Error(Message("EVENT-PERIOD-YEAR", {{"date", event.date.dotted()},
                                            {"event", engine.event_titles().of(event.event)},
                                            {"period", period.names()},
                                            {"first", std::to_string(first)},
                                            {"last", std::to_string(last)}}));
}

void require_plausible_day(Engine& engine, const report::Event& event, calendar::Date today) {
  const auto limits = plausible_limits(engine);
  if (!limits) return;
  if (const auto period = calendar::Period::parse(event.key.period))
    return require_year_of_period(engine, event, *period, *limits);
  const auto earliest = calendar::Date::from_ymd(today.year() - limits->event_years_before_today, 1, 1);
  if (!earliest || event.date >= *earliest) return;
  throw Error(Message("EVENT-EARLY", {{"date", event.date.dotted()}, {"from", earliest->dotted()}}));
}

// A second one would start a duty that does not exist.
void require_repeatable(Engine& engine, const report::Event& event) {
  if (event.key.occurrence <= 1 || !engine.event_titles().happens_once(event.event)) return;
  throw Error(Message("EVENT-ONCE", {{"event", engine.event_titles().of(event.event)},
                                     {"number", std::to_string(event.key.occurrence)}}),
              {}, Error::Kind::usage);
}

void require_a_term(Engine& engine, const std::vector<const form::Obligation*>& waiting, const report::Event& event) {
  if (starts_a_term(engine, waiting, event)) return;
  Message::Args args{{"event", engine.event_titles().of(event.event)}, {"about", key_words(engine, event.key)}};
  const Message hint("EVENT-OWES-NOTHING-HINT", {{"organisation", shell_quoted(event.key.organisation)}});
  if (event.none) throw Error(Message("EVENT-NONE-OWES-NOTHING", std::move(args)), hint);
  args.emplace_back("date", event.date.dotted());
  throw Error(Message("EVENT-OWES-NOTHING", std::move(args)), hint);
}

// An event in force that was recorded for one form or one stage, about which the wider `event` says another day.
std::optional<report::Event> narrower(const std::vector<report::Event>& recorded, const report::Event& event) {
  for (const report::Event& other : report::events_in_force(recorded)) {
    report::ReportKey wide = other.key;
    if (event.key.form.empty()) wide.form.clear();
    if (event.key.stage.empty()) wide.stage.clear();
    const bool differs = other.key != event.key && (other.none != event.none || other.date != event.date);
    if (other.event == event.event && wide == event.key && differs) return other;
  }
  return std::nullopt;
}

// An event in force that was recorded for all forms or stages, in whose place the closer `event` counts.
std::optional<report::Event> wider(const std::vector<report::Event>& recorded, const report::Event& event) {
  for (const report::Event& other : report::events_in_force(recorded)) {
    report::ReportKey wide = event.key;
    if (other.key.form.empty()) wide.form.clear();
    if (other.key.stage.empty()) wide.stage.clear();
    const bool differs = other.key != event.key && (other.none != event.none || other.date != event.date);
    if (other.event == event.event && wide == other.key && differs) return other;
  }
  return std::nullopt;
}

// The register of the subject may hold the day of the event itself.
std::optional<Message> register_says_otherwise(Engine& engine, const std::vector<const form::Obligation*>& waiting,
                                               const report::Event& event) {
  for (const auto* one : waiting) {
    const std::string& id = one->who.subject_register;
    const auto* row = id.empty() ? nullptr : engine.row(id, event.key.subject);
    if (row == nullptr) continue;
    const auto& definition = engine.catalog().register_by_id(id);
    const auto day = report::event_day(definition, *row, event.event);
    if (!day || *day == event.date) continue;
    return Message("EVENT-REGISTER-DAY", {{"event", event.event},
                                          {"date", event.date.dotted()},
                                          {"subject", event.key.subject},
                                          {"register", definition.title},
                                          {"day", day->dotted()},
                                          {"form", event.key.form.empty() ? "" : " --form " + event.key.form},
                                          {"argument", shell_quoted(event.key.subject)}});
  }
  return std::nullopt;
}

// Reports that came before the event was recorded, or before it was corrected.
std::vector<Message> reports_say_otherwise(Engine& engine, const report::Event& event) {
  std::vector<Message> out;
  if (event.none) return out;
  for (const EventField& at : engine.event_titles().fields_of(event.event)) {
    const bool other_form = !event.key.form.empty() && event.key.form != at.form;
    if (other_form || !at.is_of_stage(event.key.stage)) continue;
    for (const auto& one :
         engine.registry().submissions({at.form, event.key.organisation, event.key.subject, event.key.period, ""})) {
      if (!one.is_in_force() || one.key.occurrence != event.key.occurrence || !at.is_of_stage(one.key.stage)) continue;
      const auto fields = engine.registry().fields(one.id);
      const auto said = fields.find(at.field);
      const auto day = said == fields.end() ? std::nullopt : calendar::Date::parse_iso(said->second);
      if (!day || *day == event.date) continue;
      out.push_back(Message("EVENT-REPORT-DAY",
                            {{"number", one.number}, {"shown", day->dotted()}, {"date", event.date.dotted()}}));
    }
  }
  return out;
}

// Whatever its form, stage and number.
bool is_of_one_duty(const report::Event& one, const report::Event& other) {
  return one.event == other.event && one.key.organisation == other.key.organisation &&
         one.key.subject == other.key.subject && one.key.period == other.key.period;
}

// The second approval says that there was a first: who takes that back, or says that it does not come, takes back the
// second before.
void require_no_later_occurrence(Engine& engine, const report::Event& event) {
  const int number = std::max(event.key.occurrence, 1);
  std::optional<int> later;
  bool stays = false;  // by another record, for all forms or for one
  for (const report::Event& other : report::events_in_force(engine.registry().events())) {
    if (!is_of_one_duty(other, event) || other.none) continue;
    if (other.key.occurrence > number) later = std::min(other.key.occurrence, later.value_or(other.key.occurrence));
    stays = stays || (std::max(other.key.occurrence, 1) == number && other.key != event.key);
  }
  if (!later || (stays && !event.none)) return;
  throw Error(Message("EVENT-OCCURRENCE-LATER", {{"event", engine.event_titles().of(event.event)},
                                                 {"number", std::to_string(number)},
                                                 {"later", std::to_string(*later)}}));
}

// Refuses what cannot be recorded; an empty organisation is filled in. The obligations that wait for the event.
std::vector<const form::Obligation*> judge_event(Engine& engine, report::Event& event, const registry::Actor& actor) {
  auto waiting = check_parties(engine, event, actor);
  if (event.none) {
    if (event.key.period.empty()) throw Error("EVENT-NONE-PERIOD", "CLI-SEE-HELP", Error::Kind::usage);
    require_no_later_occurrence(engine, event);
  } else {
    if (event.date > actor.at.date)
      throw Error(Message("EVENT-FUTURE", {{"date", event.date.dotted()}, {"today", actor.at.date.dotted()}}));
    require_known_year(engine, event.key.period);
    require_plausible_day(engine, event, actor.at.date);
    engine.calendar().require_covered(event.date);
  }
  require_known_year(engine, event.key.period);
  require_repeatable(engine, event);
  require_occurrence_before(engine, event);
  require_a_term(engine, waiting, event);
  return waiting;
}

}  // namespace

void require_occurrence_before(Engine& engine, const report::Event& event) {
  if (event.key.occurrence <= 1) return;
  const auto recorded = report::events_in_force(engine.registry().events());
  const int before = event.key.occurrence - 1;
  const bool there = std::any_of(recorded.begin(), recorded.end(), [&](const report::Event& other) {
    return is_of_one_duty(other, event) && other.key.occurrence >= before;
  });
  if (there) return;
  throw Error(Message("EVENT-OCCURRENCE", {{"event", engine.event_titles().of(event.event)},
                                           {"number", std::to_string(event.key.occurrence)},
                                           {"before", std::to_string(before)}}));
}

RecordedEvent record_event(Engine& engine, report::Event event, const registry::Actor& actor) {
  const report::Event asked = event;
  auto waiting = judge_event(engine, event, actor);
  auto replaced = engine.registry().add_event(event, actor, [&] {  // registers may change until the turn comes
    engine.forget_rows();
    event = asked;
    waiting = judge_event(engine, event, actor);
  });
  const auto recorded = engine.registry().events();
  auto kept = narrower(recorded, event);
  auto over = wider(recorded, event);
  auto differs = register_says_otherwise(engine, waiting, event);
  auto reports = reports_say_otherwise(engine, event);
  for (Message& one : event.none ? none_remarks(engine, event) : early_remarks(engine, event))
    reports.push_back(std::move(one));
  return {std::move(event), std::move(replaced), std::move(kept),
          std::move(over),  std::move(differs),  std::move(reports)};
}

report::Event withdraw_event(Engine& engine, report::Event event, const registry::Actor& actor) {
  const report::Event asked = event;
  const auto judge = [&] {
    check_parties(engine, event, actor);
    require_no_later_occurrence(engine, event);
  };
  judge();
  return titled(engine, [&] {
    return engine.registry().withdraw_event(event, actor, [&] {
      engine.forget_rows();
      event = asked;
      judge();
    });
  });
}

}  // namespace esep::app

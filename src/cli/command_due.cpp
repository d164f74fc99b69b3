// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/completion_day.h"
#include "app/core/deed_words.h"
#include "app/core/event_titles.h"
#include "app/core/names.h"
#include "app/paper/due_paper.h"
#include "app/query/due_list.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/event_command.h"
#include "cli/output_place.h"
#include "cli/value_options.h"
#include "document/build/explained_step.h"
#include "text/report_json.h"
#include "text/write.h"

namespace esep::cli {
namespace {

constexpr int kDaysAhead = 30;  // without --to

calendar::Date last_day_of_calendar(Session& session) {
  return *calendar::Date::from_ymd(session.engine().calendar().last_year(), 12, 31);
}

report::DutyFilter filter(Session& session) {
  const Arguments& arguments = session.arguments();
  report::DutyFilter out;
  out.form = arguments.get("form");
  out.organisation = arguments.get("org");
  out.subject = arguments.get("subject");
  out.stage = arguments.get("stage");
  out.period = period_option(arguments, "period");
  const calendar::Date today = session.now().date;
  if (!out.period) {
    out.from = date_option(arguments, "from").value_or(today);
    out.to = date_option(arguments, "to").value_or(out.from->plus_days(kDaysAhead));
    if (!arguments.has("to")) out.to = std::max(*out.from, std::min(*out.to, last_day_of_calendar(session)));
    if (*out.to < *out.from) throw Error("CLI-DATES-ORDER", "CLI-SEE-HELP", Error::Kind::usage);
  }
  out.with_undated = true;
  return out;
}

// The days asked for without --to end where the calendar does.
bool reaches_beyond_calendar(Session& session) {
  const Arguments& arguments = session.arguments();
  if (arguments.has("to") || arguments.has("period")) return false;
  const auto from = date_option(arguments, "from").value_or(session.now().date);
  return from.plus_days(kDaysAhead) > last_day_of_calendar(session);
}

// The title of the duty names its stage.
std::string period_and_occurrence(const report::ReportKey& key) {
  if (key.occurrence <= 1) return key.period;
  return key.period + (key.period.empty() ? "№ " : " № ") + std::to_string(key.occurrence);
}

// The command that records a duty's event. It starts the terms of every stage that waits for it.
std::string event_command_of(const report::Duty& duty) {
  report::ReportKey key = duty.key;
  key.stage.clear();
  return event_command(duty.obligation->event, key);
}

// What is recorded of a duty beside reports, and what that lacks.
void print_deeds(Session& session, const report::Duty& duty, const std::vector<report::Deed>& recorded) {
  const auto deliveries = report::deliveries_of(*duty.obligation, duty.key, recorded);
  const auto& today = session.now().date;
  for (const Message& remark : app::deed_remarks(session.engine(), duty, deliveries, today))
    session.out() << '\t' << session.say(remark);
}

void print_duty(Session& session, const report::Duty& duty, const app::EventTitles& events,
                const std::vector<report::Deed>& recorded) {
  auto& out = session.out();
  out << (duty.due.effective ? duty.due.effective->dotted() : std::string("—         ")) << '\t'
      << (duty.due.rolled ? "(" + duty.due.nominal->dotted() + ")" : std::string()) << '\t' << duty.key.organisation
      << '\t' << duty.key.subject << '\t' << period_and_occurrence(duty.key) << '\t'
      << duty.obligation->title.in(session.lang()) << '\t'
      << app::organisation_title(session.engine(), duty.key.organisation).in(session.lang());
  const bool awaits = !duty.obligation->event.empty() && !duty.event_date;
  if (duty.obligation->due.kind == calendar::DueRule::Kind::none) out << '\t' << session.say("DUE-NONE");
  if (!duty.due.effective && duty.event_date)
    out << '\t' << session.say(Message("DUE-AROSE", {{"date", duty.event_date->dotted()}}));
  if (duty.beyond_calendar) out << '\t' << session.say(*duty.beyond_calendar);
  if (awaits) out << '\t' << session.say(Message("DUE-AWAITS", {{"event", events.of(duty.obligation->event)}}));
  print_deeds(session, duty, recorded);
  out << '\n';
  if (!session.arguments().has("explain")) return;
  if (awaits) out << "    " << session.say(Message("DUE-RECORD", {{"command", event_command_of(duty)}})) << '\n';
  for (const auto& step : duty.due.steps) {
    out << "    " << document::explained_step(step, app::say_in(session.engine(), session.lang()), session.lang())
        << '\n';
  }
  if (const auto* field = app::completion_field(session.engine(), *duty.obligation)) {
    out << "    " << session.say(Message("DUE-DONE-ON", {{"field", field->title.text}})) << '\n';
  }
  if (!duty.law().empty()) out << "    " << duty.law().in(session.lang()) << '\n';
  if (duty.due.computed_calendar) out << "    " << session.say("DUE-COMPUTED-CALENDAR") << '\n';
}

void write_due(Session& session, const std::vector<report::Duty>& duties, const report::DutyFilter& wanted) {
  const auto paper = app::make_due(session.engine(), duties, wanted, session.now().date, session.paper_lang());
  const std::string target = output_place(session.arguments());
  std::string format = fold_case(std::filesystem::path(target).extension().string());  // --to is a day here
  if (!format.empty()) format.erase(0, 1);
  session.write_paper(target, paper, {registry::PaperKind::due}, format);
}

int run_due(Session& session) {
  session.arguments().at_most(0);
  const report::DutyFilter wanted = filter(session);
  const auto duties = app::list_due(session.engine(), wanted);
  const auto recorded = app::recorded_deeds(session.engine());
  for (const Diagnostic& warning : session.engine().calendar_warnings()) session.print(warning);
  if (session.arguments().has("output")) {
    write_due(session, duties, wanted);
    return kOk;
  }
  if (session.json()) {
    session.out() << text::due_json(
        duties, recorded, [&](const Message& m) { return session.say(m); }, session.lang());
    return kOk;
  }
  if (session.arguments().has("ics")) {
    session.out() << text::write_ics(app::due_calendar(session.engine(), duties, session.lang()), session.now().date);
    return kOk;
  }
  const app::EventTitles events(session.engine());
  for (const auto& duty : duties) print_duty(session, duty, events, recorded);
  if (duties.empty()) session.tell("DUE-NOTHING");
  const bool computed =
      std::any_of(duties.begin(), duties.end(), [](const auto& duty) { return duty.due.computed_calendar; });
  if (computed && !session.arguments().has("explain")) session.tell("DUE-COMPUTED-SOME");
  if (reaches_beyond_calendar(session)) {
    session.tell(Message("DUE-CALENDAR-ENDS", {{"date", last_day_of_calendar(session).dotted()},
                                               {"year", std::to_string(session.engine().calendar().last_year() + 1)}}));
  }
  return kOk;
}

}  // namespace

Command due_command() {
  return {"due",
          "[--from DATE] [--to DATE] [--period PERIOD] [--form FORM] [--org ORG] [--subject SUBJECT] [--stage STAGE] "
          "[--explain|--ics|-o FILE]",
          "CMD-DUE",
          {{"from", '\0', "DATE", "OPT-FROM"},
           {"to", '\0', "DATE", "OPT-TO"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"form", '\0', "FORM", "OPT-FORM"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"explain", '\0', "", "OPT-EXPLAIN"},
           {"ics", '\0', "", "OPT-ICS"},
           output_option(),
           force_option()},
          run_due};
}

}  // namespace esep::cli

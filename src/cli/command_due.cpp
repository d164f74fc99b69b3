// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/completion_day.h"
#include "app/core/event_advice.h"
#include "app/core/names.h"
#include "app/paper/due_paper.h"
#include "app/paper/list_remarks.h"
#include "app/query/due_list.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/event_command.h"
#include "cli/output_place.h"
#include "cli/report_options.h"
#include "cli/text_table.h"
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
  out.stage = stage_option(session, out.form);
  out.period = period_option(arguments, "period");
  const calendar::Date today = session.now().date;
  if (!out.period) {
    out.from = date_option(arguments, "from").value_or(today);
    out.to = date_option(arguments, "to").value_or(out.from->plus_days(kDaysAhead));
    if (arguments.has("from")) session.engine().calendar().require_covered(*out.from);
    if (*out.to < *out.from)
      throw Error(Message("CLI-DATES-ORDER", {{"first", "--from"}, {"last", "--to"}}), "CLI-SEE-HELP",
                  Error::Kind::usage);
    // What is known is listed; a line says where the calendar ends.
    out.to = std::max(*out.from, std::min(*out.to, last_day_of_calendar(session)));
  }
  out.with_undated = true;
  return out;
}

bool reaches_beyond_calendar(Session& session) {
  const Arguments& arguments = session.arguments();
  if (arguments.has("period")) return false;
  const auto from = date_option(arguments, "from").value_or(session.now().date);
  return date_option(arguments, "to").value_or(from.plus_days(kDaysAhead)) > last_day_of_calendar(session);
}

// The command that records a duty's event. It starts the terms of every stage that waits for it.
std::string event_command_of(const report::Duty& duty) {
  report::ReportKey key = duty.key;
  key.stage.clear();
  return event_command(duty.obligation->event, key);
}

void explain(Session& session, const report::Duty& duty, TextTable& table) {
  const auto add = [&](const std::string& line) { table.add_line("    " + line); };
  if (app::waits_for_event(duty)) {
    const auto column = app::event_column_advice(session.engine(), *duty.obligation);
    add(session.say(column ? *column : Message("DUE-RECORD", {{"command", event_command_of(duty)}})));
  }
  for (const auto& step : duty.due.steps)
    add(document::explained_step(step, app::say_in(session.engine(), session.lang()), session.lang()));
  if (const auto* field = app::completion_field(session.engine(), *duty.obligation))
    add(session.say(Message("DUE-DONE-ON", {{"field", field->title.text}})));
  if (!duty.law().empty()) add(duty.law().in(session.lang()));
  if (duty.due.computed_calendar) add(session.say("DUE-COMPUTED-CALENDAR"));
}

// Duties with a date first; the others have a table of their own.
void print_duties(Session& session, const std::vector<report::Duty>& duties,
                  const std::vector<report::Deed>& recorded) {
  TextTable dated({session.say("STATUS-DUE"), session.say("RECEIPT-NOMINAL"), session.say("LIST-REPORT"),
                   session.say("STATUS-SUBJECT"), session.say("BLANK-PERIOD"), session.say("STATUS-ORGANISATION"),
                   session.say("LIST-CODE"), session.say("LIST-REMARK")});
  TextTable undated({session.say("LIST-REPORT"), session.say("STATUS-SUBJECT"), session.say("BLANK-PERIOD"),
                     session.say("STATUS-ORGANISATION"), session.say("LIST-CODE"), session.say("LIST-REMARK")});
  for (const auto& duty : duties) {
    const auto remarks = app::due_remarks(session.engine(), duty, recorded, session.now().date);
    std::vector<std::string> cells{app::duty_title(duty, session.lang()),
                                   duty.key.subject,
                                   duty.key.period,
                                   app::organisation_title(session.engine(), duty.key.organisation).in(session.lang()),
                                   duty.key.organisation,
                                   app::remark_line(session.engine(), remarks, session.lang())};
    TextTable& table = duty.due.effective ? dated : undated;
    if (duty.due.effective)
      cells.insert(cells.begin(), {duty.due.effective->dotted(), duty.due.rolled ? duty.due.nominal->dotted() : ""});
    table.add(std::move(cells));
    if (session.arguments().has("explain")) explain(session, duty, table);
  }
  dated.print(session.out());
  if (undated.empty()) return;
  session.out() << (dated.empty() ? "" : "\n") << session.say("DUE-UNDATED") << '\n';
  undated.print(session.out());
}

std::string calendar_file(Session& session, const std::vector<report::Duty>& duties) {
  return text::write_ics(app::due_calendar(session.engine(), duties, session.lang()), session.now().date);
}

void write_due(Session& session, const std::vector<report::Duty>& duties, const report::DutyFilter& wanted) {
  const std::string target = output_place(session.arguments());
  const std::string ending = fold_case(std::filesystem::path(target).extension().string());  // --to is a day here
  const bool calendar = session.arguments().has("ics");
  if (calendar && ending != ".ics" && !ending.empty())
    throw Error(Message("DUE-ICS-NAME", {{"file", target}}), "CLI-SEE-HELP", Error::Kind::usage);
  if (calendar || ending == ".ics") {
    session.write_output(target, calendar_file(session, duties));
    return session.tell(Message("RENDER-DONE", {{"file", target}}));
  }
  if (ending.empty()) throw Error("DUE-FORMAT", "CLI-SEE-HELP", Error::Kind::usage);
  const auto paper = app::make_due(session.engine(), duties, wanted, session.now().date, session.paper_lang());
  session.write_paper({target, ending.substr(1)}, paper, {registry::PaperKind::due});
}

void tell_end_of_calendar(Session& session) {
  if (!reaches_beyond_calendar(session)) return;
  session.tell(Message("DUE-CALENDAR-ENDS", {{"date", last_day_of_calendar(session).dotted()},
                                             {"year", std::to_string(session.engine().calendar().last_year() + 1)}}));
}

void tell_nothing(Session& session, const report::DutyFilter& wanted) {
  if (wanted.from && *wanted.from > last_day_of_calendar(session)) return;  // nobody knows
  if (wanted.period) return session.tell(Message("DUE-NOTHING-PERIOD", {{"period", wanted.period->names()}}));
  session.tell(Message("DUE-NOTHING-DAYS", {{"from", wanted.from->dotted()}, {"to", wanted.to->dotted()}}));
  if (!session.arguments().has("from")) session.tell("DUE-EARLIER");
}

int run_due(Session& session) {
  session.arguments().at_most(0);
  const report::DutyFilter wanted = filter(session);
  const auto duties = app::list_due(session.engine(), wanted);
  const auto recorded = app::recorded_deeds(session.engine());
  for (const Diagnostic& warning : session.engine().calendar_warnings()) session.print(warning);
  if (session.arguments().has("output")) {
    write_due(session, duties, wanted);
    tell_end_of_calendar(session);
    return kOk;
  }
  if (session.json()) {
    session.out() << text::due_json(
        duties, recorded, [&](const Message& m) { return session.say(m); }, session.lang());
    tell_end_of_calendar(session);
    return kOk;
  }
  if (session.arguments().has("ics")) {
    session.bytes_out() << calendar_file(session, duties);
    tell_end_of_calendar(session);
    return kOk;
  }
  print_duties(session, duties, recorded);
  if (duties.empty()) tell_nothing(session, wanted);
  const bool computed =
      std::any_of(duties.begin(), duties.end(), [](const auto& duty) { return duty.due.computed_calendar; });
  if (computed && !session.arguments().has("explain")) session.tell("DUE-COMPUTED-SOME");
  tell_end_of_calendar(session);
  return kOk;
}

}  // namespace

Command due_command() {
  return {"due",
          "[--from DATE] [--to DATE] [--period PERIOD] [--form FORM] [--org ORG] [--subject SUBJECT] [--stage STAGE] "
          "[--explain|--ics] [-o FILE.xlsx|FILE.pdf|FILE.ics]",
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
          run_due,
          {"esep due --from 01.11.2026 --to 30.11.2026", "esep due --org km --period 2026-10 --explain",
           "esep due --org km --ics > terms.ics"}};
}

}  // namespace esep::cli

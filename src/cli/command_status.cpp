// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/later_entries.h"
#include "app/core/names.h"
#include "app/core/status.h"
#include "app/core/verdict_words.h"
#include "app/paper/list_remarks.h"
#include "app/paper/outdated.h"
#include "app/paper/status_paper.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/report_options.h"
#include "cli/text_table.h"
#include "cli/value_options.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

app::StatusRequest asked_status(Session& session) {
  const Arguments& arguments = session.arguments();
  report::DutyFilter filter;
  filter.period = period_option(arguments, "period");
  filter.organisation = arguments.get("org");
  filter.subject = arguments.get("subject");
  filter.stage = stage_option(session, arguments.positional(0, "FORM"));
  return app::status_request(session.engine(), arguments.positional(0, "FORM"), std::move(filter));
}

// A form with stages has several duties, and a recurring one its number.
bool names_duties(const std::vector<report::StatusRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const report::StatusRow& row) {
    return !row.duty.key.stage.empty() || row.duty.key.occurrence > 1;
  });
}

void print_status(Session& session, const std::vector<report::StatusRow>& rows) {
  TextTable table({session.say("STATUS-ORGANISATION"), session.say("LIST-CODE"), session.say("STATUS-SUBJECT"),
                   session.say("STATUS-DUTY"), session.say(app::status_due_title(rows)),
                   session.say("STATUS-TIMELINESS"), session.say("STATUS-DAYS-LATE"), session.say("STATUS-STATE"),
                   session.say("STATUS-NUMBER"), session.say("LIST-REMARK")});
  const bool named = names_duties(rows);
  for (const auto& row : rows) {
    const report::ReportKey& key = row.duty.key;
    const auto remarks = app::listed_remarks(session.engine(), row, session.now().date);
    table.add({app::organisation_title(session.engine(), key.organisation).in(session.lang()), key.organisation,
               key.subject, named ? app::duty_title(row.duty, session.lang()) : "",
               row.duty.due.effective ? row.duty.due.effective->dotted() : "—",
               session.say(app::status_message(session.engine(), row)),
               row.working_days_late > 0 ? std::to_string(row.working_days_late) : "",
               row.state == report::State::none ? "" : session.say(app::state_message(row.state)), row.submission,
               app::remark_line(session.engine(), remarks, session.lang())});
  }
  table.print(session.out());
}

int run_status(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const app::StatusRequest asked = asked_status(session);
  auto rows = app::list_status(session.engine(), asked, session.now().date);
  app::mark_outdated(session.engine(), rows);
  if (session.json()) {
    const std::string target = arguments.has("output") ? output_place(arguments) : "-";
    session.write_output(target, text::status_json(rows));
    if (target != "-") session.tell(Message("RENDER-DONE", {{"file", target}}));
  } else if (asks_for_file(arguments)) {
    const PaperPlace place = paper_place(arguments);
    session.write_paper(place,
                        app::make_status(session.engine(), rows, asked, session.now().date, session.paper_lang()),
                        {registry::PaperKind::status, asked.name()});
  } else {
    print_status(session, rows);
    if (rows.empty()) session.tell("STATUS-NOBODY");
    if (const auto later = app::later_entries_message(session.engine(), session.now().date)) session.tell(*later);
    if (const auto ends = app::status_calendar(session.engine(), rows)) session.tell(*ends);
    if (const auto locked = app::status_lock(session.engine(), asked)) session.tell(*locked);
  }
  for (const auto& row : rows) {
    if (row.is_overdue()) return kFindings;
  }
  return kOk;
}

}  // namespace

Command status_command() {
  return {
      "status",
      "FORM|OBLIGATION [--period PERIOD] [--to FORMAT -o FILE]",
      "CMD-STATUS",
      with_paper_options({{"period", '\0', "PERIOD", "OPT-PERIOD"},
                          {"org", '\0', "ORG", "OPT-ORG"},
                          {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
                          {"stage", '\0', "STAGE", "OPT-STAGE"}}),
      run_status,
      {"esep status tied-grant-usage --period 2026-10", "esep status tied-grant-usage --period 2026-10 -o status.pdf"}};
}

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#include "app/core/completion_day.h"
#include "app/core/names.h"
#include "app/core/status.h"
#include "app/core/verdict_words.h"
#include "app/paper/status_paper.h"
#include "cli/commands.h"
#include "cli/output_place.h"
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
  filter.stage = arguments.get("stage");
  return app::status_request(session.engine(), arguments.positional(0, "FORM"), std::move(filter));
}

// A form with stages has several duties; a recurring one has its number.
std::string stage_of(Session& session, const report::Duty& duty) {
  const report::ReportKey& key = duty.key;
  if (key.stage.empty()) return "";
  const std::string number = key.occurrence > 1 ? " № " + std::to_string(key.occurrence) : "";
  return duty.obligation->title.in(session.lang()) + number + "\t";
}

// Both days: the day on which the duty was done, which decides, and the day of receipt.
void print_days(Session& session, const report::StatusRow& row) {
  if (row.duty.obligation->done_on.empty() || !row.received) return;
  const std::string received = row.received->date.dotted();
  const auto* field = app::completion_field(session.engine(), *row.duty.obligation);
  const LocalText title = field == nullptr ? row.duty.obligation->title : field->title.text;
  session.out() << '\t'
                << session.say(row.done
                                   ? Message("STATUS-DAYS",
                                             {{"field", title}, {"date", row.done->dotted()}, {"received", received}})
                                   : Message("STATUS-DAYS-OPEN", {{"field", title}, {"received", received}}));
}

void print_status(Session& session, const report::StatusRow& row) {
  const report::ReportKey& key = row.duty.key;
  const bool again = key.stage.empty() && key.occurrence > 1;
  session.out() << key.organisation << '\t' << key.subject
                << (again ? " (" + std::to_string(key.occurrence) + ")" : std::string()) << '\t'
                << stage_of(session, row.duty)
                << (row.duty.due.effective ? row.duty.due.effective->iso() : std::string("—")) << '\t'
                << session.say(app::status_message(session.engine(), row));
  if (row.working_days_late > 0) session.out() << " (" << row.working_days_late << ')';
  session.out() << '\t'
                << (row.state == report::State::none ? std::string() : session.say(app::state_message(row.state)))
                << '\t' << row.submission << '\t'
                << app::organisation_title(session.engine(), row.duty.key.organisation).in(session.lang());
  print_days(session, row);
  for (const Message& remark : app::status_remarks(session.engine(), row, session.now().date))
    session.out() << '\t' << session.say(remark);
  session.out() << '\n';
}

int run_status(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const app::StatusRequest asked = asked_status(session);
  const auto rows = app::collect_status(session.engine(), asked.filter, session.now().date);
  if (session.json()) {
    session.out() << text::status_json(rows);
  } else if (asks_for_file(arguments)) {
    const auto paper = app::make_status(session.engine(), rows, asked, session.now().date, session.paper_lang());
    session.write_paper(output_place(arguments), paper, {registry::PaperKind::status, asked.name()},
                        output_format(arguments));
  } else {
    for (const auto& row : rows) print_status(session, row);
    if (const auto locked = app::status_lock(session.engine(), asked)) session.tell(*locked);
  }
  for (const auto& row : rows) {
    if (row.is_overdue()) return kFindings;
  }
  return kOk;
}

}  // namespace

Command status_command() {
  return {"status",
          "FORM|OBLIGATION [--period PERIOD] [--to FORMAT -o FILE]",
          "CMD-STATUS",
          {{"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"to", '\0', "FORMAT", "OPT-FORMAT"},
           output_option(),
           force_option()},
          run_status};
}

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#include "app/papers.h"
#include "cli/commands.h"
#include "cli/incoming.h"
#include "base/error.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

std::vector<report::StatusRow> collect(Session& session, const std::string& form, const calendar::Period& period) {
  auto& engine = session.engine();
  report::DutyFilter filter;
  filter.form = form;
  filter.period = period;
  filter.organisation = session.arguments().get("org");
  filter.stage = session.arguments().get("stage");
  auto duties = report::list_duties(engine.catalog(), engine.rows_source(), engine.registry().events(), engine.calendar(), filter);
  registry::Registry::Filter kept;
  kept.form = form;
  kept.period = period.text();
  return report::status_of(std::move(duties), engine.registry().submissions(kept), engine.registry().waivers(), session.now().date,
                           engine.calendar());
}

void print_row(Session& session, const report::StatusRow& row) {
  session.out() << row.duty.key.organisation << '\t' << row.duty.key.subject << '\t'
                << (row.duty.due.effective ? row.duty.due.effective->iso() : std::string("—")) << '\t'
                << session.say(app::timeliness_message(row.timeliness));
  if (row.working_days_late > 0) session.out() << " (" << row.working_days_late << ')';
  session.out() << '\t' << (row.state == report::State::none ? std::string() : session.say(app::state_message(row.state))) << '\t'
                << row.submission << '\t' << app::organisation_title(session.engine(), row.duty.key.organisation).in(session.lang()) << '\n';
}

int run_status(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const std::string& form = arguments.positional(0, "FORM");
  if (session.engine().catalog().editions(form).empty()) static_cast<void>(session.engine().catalog().edition(form, ""));
  static_cast<void>(arguments.required("period"));
  const calendar::Period period = *period_option(arguments, "period");
  const auto rows = collect(session, form, period);
  if (session.json()) {
    session.out() << text::status_json(rows);
  } else if (arguments.has("to")) {
    const auto paper = app::make_status(session.engine(), rows, form, period, session.now().date, session.paper_lang());
    session.write_output(arguments.required("output"), app::write_document(paper, arguments.get("to")));
  } else {
    for (const auto& row : rows) print_row(session, row);
  }
  for (const auto& row : rows) {
    if (row.timeliness == report::Timeliness::late || row.timeliness == report::Timeliness::missing) return kFindings;
  }
  return kOk;
}

}  // namespace

Command status_command() {
  return {"status",
          "FORM --period PERIOD [--to FORMAT -o FILE]",
          "CMD-STATUS",
          {{"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"org", '\0', "ORG", "OPT-ORG"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"to", '\0', "FORMAT", "OPT-FORMAT"},
           {"output", 'o', "FILE", "OPT-OUTPUT"}},
          run_status};
}

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#include "app/summary/summary.h"
#include "cli/commands.h"
#include "cli/output_place.h"
#include "cli/text_table.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

void list_summaries(Session& session) {
  TextTable table({session.say("LIST-TITLE"), session.say("LIST-NAME")});
  for (const auto& summary : session.engine().summaries().all())
    table.add({form::listed_title(summary).in(session.lang()), summary.id});
  table.print(session.out());
}

int run_summary(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  if (arguments.positional().empty()) {
    list_summaries(session);
    return kOk;
  }
  app::SummaryRequest request;
  request.summary = &session.engine().summaries().require(arguments.positional(0, "SUMMARY"));
  request.period = period_option(arguments, "period");
  request.since = period_option(arguments, "since");
  if (request.summary->period) arguments.require("period");
  request.organisation = arguments.get("org");
  request.lang = session.paper_lang();
  request.today = session.now().date;
  app::require_summary_right(session.engine(), request, session.actor());
  const PaperPlace place = session.json() ? PaperPlace{arguments.has("output") ? output_place(arguments) : "-", "json"}
                                          : paper_place(arguments);
  const document::Document paper = app::make_summary(session.engine(), request);
  session.write_paper(place, paper, {registry::PaperKind::summary, request.summary->id});
  return kOk;
}

}  // namespace

Command summary_command() {
  return {"summary",
          "[SUMMARY --period PERIOD [--since PERIOD] --to FORMAT -o FILE]",
          "CMD-SUMMARY",
          with_paper_options({{"period", '\0', "PERIOD", "OPT-PERIOD"},
                              {"since", '\0', "PERIOD", "OPT-SINCE-PERIOD"},
                              {"org", '\0', "ORG", "OPT-ORG"}}),
          run_summary,
          {"esep summary", "esep summary circle-plan --period 2027 -o country.pdf"}};
}

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#include "app/review/desk.h"
#include "cli/commands.h"
#include "cli/report_place.h"

namespace esep::cli {
namespace {

int run_note(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const std::string number = arguments.positional(0, "SUBMISSION");
  app::ReviewDesk desk(session.engine());
  const auto submission = desk.note(number, report_place(arguments), arguments.required("text"), session.actor());
  session.tell(Message("NOTE-DONE", {{"number", submission.number}}));
  return kOk;
}

}  // namespace

Command note_command() {
  std::vector<Option> options = report_place_options();
  options.push_back({"text", '\0', "TEXT", "OPT-REVIEW-TEXT"});
  return {"note",   "SUBMISSION --text TEXT [--cell C14]",         "CMD-NOTE", std::move(options),
          run_note, {"esep note S-000001 --cell C21 --text \"…\""}};
}

}  // namespace esep::cli

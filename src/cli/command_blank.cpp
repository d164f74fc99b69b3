// SPDX-License-Identifier: MIT
#include "app/papers.h"
#include "cli/commands.h"
#include "cli/incoming.h"
#include "xlsx/write.h"

namespace esep::cli {
namespace {

int run_blank(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const app::Incoming who = incoming(session);
  app::BlankOptions options;
  options.key = {arguments.positional(0, "FORM"), who.stage, arguments.required("org"), who.subject, who.period, who.occurrence.value_or(1)};
  options.lang = session.paper_lang();
  options.from_previous = arguments.has("from-previous");
  const std::string target = arguments.required("output");
  const document::Document blank = app::make_blank(session.engine(), options);
  if (target == "-") {
    session.write_output(target, xlsx::write_bytes(blank));
  } else {
    xlsx::write(blank, target);
    session.tell(Message("RENDER-DONE", {{"file", target}}));
  }
  return kOk;
}

}  // namespace

Command blank_command() {
  return {"blank",
          "FORM --org ORG [--subject SUBJECT] --period PERIOD -o FILE",
          "CMD-BLANK",
          {{"org", '\0', "ORG", "OPT-ORG"},
           {"subject", '\0', "SUBJECT", "OPT-SUBJECT"},
           {"period", '\0', "PERIOD", "OPT-PERIOD"},
           {"stage", '\0', "STAGE", "OPT-STAGE"},
           {"occurrence", '\0', "N", "OPT-OCCURRENCE"},
           {"from-previous", '\0', "", "OPT-FROM-PREVIOUS"},
           {"output", 'o', "FILE", "OPT-OUTPUT"}},
          run_blank};
}

}  // namespace esep::cli

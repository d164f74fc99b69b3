// SPDX-License-Identifier: MIT
#include "app/review/desk.h"
#include "base/error.h"
#include "cli/commands.h"
#include "cli/report_place.h"
#include "cli/value_options.h"
#include "text/review_json.h"

namespace esep::cli {
namespace {

int tell(Session& session, const report::Recommendation& recommendation, const char* key) {
  if (session.json()) {
    session.out() << text::recommendations_json({recommendation});
  } else {
    session.out() << session.say(
                         Message(key, {{"number", recommendation.number}, {"date", recommendation.due.dotted()}}))
                  << '\n';
  }
  const bool closed = recommendation.state == report::Recommendation::State::closed;
  if (closed && recommendation.answer.empty()) session.tell("RECOMMEND-UNANSWERED");
  return kOk;
}

int run_recommend(Session& session) {
  const Arguments& arguments = session.arguments();
  app::ReviewDesk desk(session.engine());
  if (arguments.has("close") || arguments.has("answer")) {
    arguments.at_most(0);
    if (arguments.has("close") && arguments.has("answer"))
      throw Error("RECOMMEND-WHICH", "CLI-SEE-HELP", Error::Kind::usage);
    const std::string text = arguments.required("text");
    if (arguments.has("close")) {
      return tell(session, desk.close(arguments.get("close"), text, session.actor()), "RECOMMEND-CLOSED");
    }
    return tell(session, desk.answer(arguments.get("answer"), text, session.actor()), "RECOMMEND-ANSWERED");
  }
  arguments.at_most(1);
  const std::string number = arguments.positional(0, "SUBMISSION");
  const std::string text = arguments.required("text");
  const calendar::Date due = required_date(arguments, "due");
  return tell(session, desk.recommend(number, report_place(arguments), text, due, session.actor()), "RECOMMEND-DONE");
}

}  // namespace

Command recommend_command() {
  std::vector<Option> options = report_place_options();
  options.push_back({"text", '\0', "TEXT", "OPT-REVIEW-TEXT"});
  options.push_back({"due", '\0', "DATE", "OPT-RECOMMEND-DUE"});
  options.push_back({"answer", '\0', "NUMBER", "OPT-RECOMMEND-ANSWER"});
  options.push_back({"close", '\0', "NUMBER", "OPT-RECOMMEND-CLOSE"});
  return {"recommend",
          "SUBMISSION --text TEXT --due DATE | --answer R --text TEXT | --close R --text TEXT",
          "CMD-RECOMMEND",
          std::move(options),
          run_recommend,
          {"esep recommend S-000001 --item UR-12 --text \"…\" --due 15.12.2026",
           "esep recommend --close R-000001 --text \"…\""}};
}

}  // namespace esep::cli

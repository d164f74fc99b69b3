// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/core/verdict_words.h"
#include "app/review/desk.h"
#include "app/review/place_words.h"
#include "app/review/review_text.h"
#include "base/remarks.h"
#include "cli/commands.h"
#include "cli/text_table.h"
#include "text/review_json.h"

namespace esep::cli {
namespace {

void print_followup(Session& session, const std::vector<report::FollowupRow>& rows) {
  TextTable table({session.say("LIST-RECOMMENDATION"), session.say("STATUS-DUE"), session.say("LIST-LEFT"),
                   session.say("STATUS-STATE"), session.say("STATUS-NUMBER"), session.say("STATUS-ORGANISATION"),
                   session.say("LIST-PLACE"), session.say("LIST-TEXT")});
  app::PlaceWords places(session.engine());
  for (const auto& row : rows) {
    const auto& one = row.recommendation;
    std::vector<std::string> text{one.text};
    if (row.withdrawn) text.push_back(session.say(app::withdrawn_remark(*row.withdrawn)));
    table.add({one.number, one.due.dotted(), row.term.is_over() ? session.say(app::over_message(row.term)) : "",
               session.say(app::recommendation_state_message(one.state)), row.submission.number,
               app::organisation_title(session.engine(), row.submission.key.organisation).in(session.lang()),
               session.say(places.of(row.submission, one.place)),
               row.withdrawn ? join_remarks(std::move(text)) : one.text});
  }
  table.print(session.out());
}

int run_followup(Session& session) {
  session.arguments().at_most(0);
  app::ReviewDesk desk(session.engine());
  const auto rows = desk.followup(session.arguments().has("overdue") ? app::Followup::overdue : app::Followup::open,
                                  session.now().date);
  bool over = false;
  for (const auto& row : rows) over = over || row.term.is_over();
  if (session.json()) {
    session.out() << text::followup_json(rows);
  } else {
    print_followup(session, rows);
  }
  if (app::lacks_calendar(rows)) session.tell(app::calendar_ends_message(session.engine().calendar()));
  if (rows.empty()) session.tell("FOLLOWUP-NOTHING");
  return over ? kFindings : kOk;
}

}  // namespace

Command followup_command() {
  return {"followup",     "[--overdue]",
          "CMD-FOLLOWUP", {{"overdue", '\0', "", "OPT-OVERDUE"}},
          run_followup,   {"esep followup --overdue"}};
}

}  // namespace esep::cli

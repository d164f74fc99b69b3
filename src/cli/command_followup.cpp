// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/review/desk.h"
#include "app/review/review_text.h"
#include "base/text.h"
#include "cli/commands.h"
#include "text/review_json.h"

namespace esep::cli {
namespace {

void print_row(Session& session, const report::FollowupRow& row) {
  const auto& one = row.recommendation;
  session.out() << one.number << '\t' << one.due.iso() << '\t';
  if (row.term.over > 0)
    session.out() << session.say(Message("REVIEW-OVER", {{"days", std::to_string(row.term.over)}}));
  session.out() << '\t' << session.say(app::recommendation_state_message(one.state)) << '\t' << row.submission.number
                << '\t' << app::organisation_title(session.engine(), row.submission.key.organisation).in(session.lang())
                << '\t' << session.say(app::place_message(one.place)) << '\t' << squeeze_spaces(one.text) << '\n';
}

int run_followup(Session& session) {
  session.arguments().at_most(0);
  app::ReviewDesk desk(session.engine());
  const auto rows = desk.followup(session.arguments().has("overdue") ? app::Followup::overdue : app::Followup::open,
                                  session.now().date);
  bool over = false;
  for (const auto& row : rows) {
    over = over || row.term.over > 0;
    if (!session.json()) print_row(session, row);
  }
  if (session.json()) session.out() << text::followup_json(rows);
  if (rows.empty()) session.tell("FOLLOWUP-NOTHING");
  return over ? kFindings : kOk;
}

}  // namespace

Command followup_command() {
  return {"followup", "[--overdue]", "CMD-FOLLOWUP", {{"overdue", '\0', "", "OPT-OVERDUE"}}, run_followup};
}

}  // namespace esep::cli

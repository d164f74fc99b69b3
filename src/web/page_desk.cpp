// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/core/standing_words.h"
#include "app/core/titles.h"
#include "app/review/desk.h"
#include "app/review/place_words.h"
#include "app/review/review_text.h"
#include "base/percent_encoded.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

std::string review_address(const Visitor& visitor, const std::string& number) {
  return visitor.address("/review/" + percent_encoded(number));
}

// The last day, and how many working days are left: a word beside the colour.
Markup term(const Visitor& visitor, const report::ReviewRow& row) {
  if (!row.term) return row.beyond ? Markup(visitor.say("STATUS-TERM-UNKNOWN")) : Markup("—");
  Markup out = Markup(row.term->due.dotted()) + " ";
  if (row.term->is_over()) return out + tag(visitor.say(app::over_message(*row.term)), Tone::bad);
  if (row.concluded) return out;
  return out + tag(visitor.say(Message("REVIEW-LEFT", {{"days", std::to_string(row.term->left)}})), Tone::busy);
}

Markup remarks(const Visitor& visitor, const report::ReviewRow& row) {
  std::vector<Markup> out;
  if (row.beyond) out.push_back(visitor.say(*row.beyond));
  for (const report::AssessmentState& one : row.assessments)
    out.push_back(visitor.say(
        app::assessment_message(one, [&](const Message& message) { return visitor.engine().render_all(message); })));
  if (row.open_recommendations > 0)
    out.push_back(
        visitor.say(Message("REVIEW-OPEN-RECOMMENDATIONS", {{"count", std::to_string(row.open_recommendations)}})));
  if (!row.changed_since.empty())
    out.push_back(
        visitor.say(Message("REVIEW-CHANGED", {{"number", row.submission.number}, {"other", row.changed_since}})));
  return out.empty() ? Markup() : list(out);
}

Markup reviews_table(const Visitor& visitor, const std::vector<report::ReviewRow>& rows) {
  TableBuilder table(visitor.say("WEB-DESK"),
                     {visitor.say("STATUS-NUMBER"), visitor.say("LIST-REPORT"), visitor.say("LIST-REVIEW-TERM"),
                      visitor.say("STATUS-STATE"), visitor.say("LIST-REVIEWER"), visitor.say("LIST-REMARK")});
  const accounts::AccountNames& names = visitor.engine().account_names();
  for (const report::ReviewRow& row : rows) {
    const report::Submission& one = row.submission;
    table.row({link(review_address(visitor, one.number), one.number),
               visitor.say(app::report_words(visitor.engine(), one.key)), term(visitor, row),
               visitor.say(app::state_message(one.state)), row.reviewer.empty() ? "—" : names.of(row.reviewer),
               remarks(visitor, row)});
  }
  return table.markup();
}

Markup followup_table(const Visitor& visitor, app::ReviewDesk& desk) {
  TableBuilder table(visitor.say("WEB-OPEN-RECOMMENDATIONS"),
                     {visitor.say("LIST-RECOMMENDATION"), visitor.say("STATUS-DUE"), visitor.say("STATUS-STATE"),
                      visitor.say("STATUS-NUMBER"), visitor.say("LIST-PLACE"), visitor.say("LIST-TEXT")});
  app::PlaceWords places(visitor.engine());
  for (const report::FollowupRow& row : desk.followup(app::Followup::open, visitor.today())) {
    if (!visitor.acts_for(row.submission.key.organisation)) continue;
    const report::Recommendation& one = row.recommendation;
    Markup due = Markup(one.due.dotted());
    Markup text = one.text;
    if (row.withdrawn) text += paragraph(visitor.say(app::withdrawal_message(*row.withdrawn)));
    if (row.term.is_over()) due += " " + tag(visitor.say(app::over_message(row.term)), Tone::bad);
    table.row({one.number, due, visitor.say(app::recommendation_state_message(one.state)),
               link(review_address(visitor, row.submission.number), row.submission.number),
               visitor.say(places.of(row.submission, one.place)), text});
  }
  return table.empty() ? Markup() : table.markup();
}

}  // namespace

http::Response desk_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  app::ReviewDesk desk(visitor.engine());
  app::ReviewFilter filter;
  const http::Fields& query = visitor.request().query;
  if (query.get("show") == "mine") filter.reviewer = visitor.session()->account.login;
  filter.overdue = query.get("show") == "overdue";
  filter.concluded = query.get("show") == "all";
  auto rows = desk.list(filter, visitor.today());
  std::erase_if(rows, [&](const report::ReviewRow& row) { return !visitor.acts_for(row.submission.key.organisation); });
  const Choices choices = {{"", visitor.say("WEB-DESK-WAITING")},
                           {"mine", visitor.say("WEB-DESK-MINE")},
                           {"overdue", visitor.say("WEB-DESK-OVERDUE")},
                           {"all", visitor.say("WEB-DESK-ALL")}};
  Page page{visitor.say("WEB-DESK"), {}, 200, {}, done_text(visitor)};
  page.body = element("form", {{"method", "get"}, {"action", visitor.address("/desk")}, {"class", "choosing"}},
                      select_field({"show", visitor.say("WEB-SHOW-WHAT"), "", query.get("show")}, choices) +
                          button(visitor.say("WEB-SHOW"), true));
  page.body += rows.empty() ? paragraph(visitor.say("REVIEW-NOTHING")) : reviews_table(visitor, rows);
  page.body += followup_table(visitor, desk);
  return page_response(visitor, page);
}

}  // namespace esep::web

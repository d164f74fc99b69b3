// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/core/status.h"
#include "app/core/titles.h"
#include "app/paper/list_remarks.h"
#include "app/paper/outdated.h"
#include "app/paper/output.h"
#include "app/paper/remind.h"
#include "app/paper/status_paper.h"
#include "app/upkeep/lock.h"
#include "app/upkeep/waive.h"
#include "base/percent_encoded.h"
#include "calendar/typed_period.h"
#include "report/read/parse_date.h"
#include "web/issued_paper.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// What is asked of the board, as it stands in its address.
struct Asked {
  std::string form, period, sort;
  [[nodiscard]] std::string query() const {
    return "?form=" + percent_encoded(form) + "&period=" + percent_encoded(period) + "&sort=" + percent_encoded(sort);
  }
};

Choices form_choices(const Visitor& visitor) {
  Choices out;
  for (const std::string& form : visitor.engine().catalog().form_ids())
    out.emplace_back(form, visitor.say(app::form_title(visitor.engine(), form)));
  return out;
}

// The last period of the form that is over, or that its event decides.
std::string usual_period(const Visitor& visitor, const std::string& form) {
  const auto kind = visitor.engine().catalog().require(form).period;
  if (!kind) return "";
  return calendar::Period::containing(*kind, visitor.today()).previous().text();
}

// The form whose term was the last to come.
std::string form_about_now(const Visitor& visitor) {
  constexpr int kDays = 45;
  report::DutyFilter filter;
  filter.from = visitor.today().plus_days(-kDays);
  filter.to = visitor.today();
  const auto duties = visitor.engine().duties(filter);
  const auto last = std::find_if(duties.rbegin(), duties.rend(), [](const auto& one) { return !one.key.form.empty(); });
  const auto names = visitor.engine().catalog().form_ids();
  return last != duties.rend() ? last->key.form : names.empty() ? "" : names.front();
}

Asked asked_of(const Visitor& visitor) {
  const http::Fields& query = visitor.request().query;
  Asked out{query.get("form"), query.get("period"), query.get("sort")};
  if (out.form.empty()) out.form = form_about_now(visitor);
  if (!query.find("period")) out.period = usual_period(visitor, out.form);
  return out;
}

std::vector<report::StatusRow> rows_of(const Visitor& visitor, const Asked& asked, app::StatusRequest& request) {
  report::DutyFilter filter;
  if (!asked.period.empty()) filter.period = calendar::parse_typed_period(asked.period);
  request = app::status_request(visitor.engine(), asked.form, std::move(filter));
  auto rows = app::list_status(visitor.engine(), request, visitor.today());
  std::erase_if(rows, [&](const report::StatusRow& row) { return !visitor.acts_for(row.duty.key.organisation); });
  app::mark_outdated(visitor.engine(), rows);
  return rows;
}

void sort(std::vector<report::StatusRow>& rows, const std::string& by) {
  const auto lateness = [](const report::StatusRow& row) {
    return std::tuple(!row.is_overdue(), -row.working_days_late, row.duty.key);
  };
  if (by == "late")
    std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return lateness(a) < lateness(b); });
  if (by == "received")
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.received < b.received; });
}

Markup choosing(const Visitor& visitor, const Asked& asked) {
  Markup fields = select_field({"form", visitor.say("LIST-FORM"), "", asked.form}, form_choices(visitor));
  fields += input_field({"period", visitor.say("BLANK-PERIOD"), visitor.say("WEB-PERIOD-HINT"), asked.period}, "text");
  fields +=
      select_field({"sort", visitor.say("WEB-SORT"), "", asked.sort}, {{"", visitor.say("WEB-SORT-BODY")},
                                                                       {"late", visitor.say("WEB-SORT-LATE")},
                                                                       {"received", visitor.say("WEB-SORT-RECEIVED")}});
  return element("form", {{"method", "get"}, {"action", visitor.address("/board")}, {"class", "choosing"}},
                 fields + button(visitor.say("WEB-SHOW"), true));
}

Markup board_table(const Visitor& visitor, const std::vector<report::StatusRow>& rows) {
  TableBuilder table(visitor.say("WEB-BOARD"),
                     {visitor.say("STATUS-ORGANISATION"), visitor.say("LIST-REPORT"), visitor.say("STATUS-DUE"),
                      visitor.say("STATUS-TIMELINESS"), visitor.say("STATUS-DAYS-LATE"), visitor.say("STATUS-STATE"),
                      visitor.say("STATUS-NUMBER"), visitor.say("LIST-REMARK")});
  table.numbers_in(4);
  for (const report::StatusRow& row : rows) {
    const Markup number =
        row.submission.empty() ? Markup() : link(report_address(visitor, row.submission), row.submission);
    table.row({visitor.say(app::organisation_title(visitor.engine(), row.duty.key.organisation)),
               duty_words(visitor, row.duty), explained_term(visitor, row.duty), status_tag(visitor, row),
               row.working_days_late > 0 ? std::to_string(row.working_days_late) : "",
               row.state == report::State::none ? "" : visitor.say(app::state_message(row.state)), number,
               remark_list(visitor, app::listed_remarks(visitor.engine(), row, visitor.today()))});
  }
  return table.markup();
}

// How many stand how: words with their counts.
Markup counts(const Visitor& visitor, const std::vector<report::StatusRow>& rows) {
  std::map<std::string, int> by_word;
  for (const report::StatusRow& row : rows) ++by_word[status_tag(visitor, row).text()];
  Markup items;
  for (const auto& [word, count] : by_word) items += element("li", Markup::made(word) + " " + std::to_string(count));
  return element("ul", {{"class", "counts"}}, items);
}

Markup papers(const Visitor& visitor, const Asked& asked) {
  std::vector<Markup> links;
  for (const char* format : {"pdf", "xlsx", "docx"})
    links.push_back(link(visitor.address("/board/paper") + asked.query() + "&to=" + format,
                         visitor.say(Message("WEB-PAPER-STATUS", {{"format", format_name(format)}}))));
  return list(links);
}

Markup hidden(const Asked& asked) { return hidden_field("form", asked.form) + hidden_field("period", asked.period); }

Markup reminding(const Visitor& visitor, const Asked& asked, const std::vector<report::StatusRow>& rows) {
  Markup no_address;
  if (app::lacks_every_address(visitor.engine(), rows, visitor.today()))
    no_address = paragraph(visitor.say("WEB-NO-ADDRESSES"));
  const Choices formats = {{"eml", visitor.say("WEB-AS-MAIL")}, {"pdf", "PDF"}, {"docx", "DOCX"}};
  return details(visitor.say("WEB-REMINDERS"),
                 paragraph(visitor.say("WEB-REMINDERS-HINT")) + no_address +
                     post_form(visitor, "/board/reminders",
                               hidden(asked) + select_field({"to", visitor.say("WEB-FORMAT")}, formats) +
                                   button(visitor.say("WEB-WRITE-REMINDERS"), true)));
}

Markup locking(const Visitor& visitor, const Asked& asked, bool locked, const std::vector<Mistake>& mistakes) {
  const char* label = locked ? "WEB-UNLOCK" : "WEB-LOCK";
  const FieldText reason = as_typed(visitor, {"reason", visitor.say("WEB-REASON")}, mistakes);
  return details(visitor.say(label),
                 post_form(visitor, locked ? "/board/unlock" : "/board/lock",
                           hidden(asked) + text_area(reason, 2) + button(visitor.say(label), true)),
                 visitor.request().form.find("reason").has_value());
}

Markup waiving(const Visitor& visitor, const Asked& asked, const std::vector<report::StatusRow>& rows,
               const std::vector<Mistake>& mistakes) {
  Choices bodies;
  for (const report::StatusRow& row : rows) {
    const std::string& code = row.duty.key.organisation;
    if (bodies.empty() || bodies.back().first != code)
      bodies.emplace_back(code, visitor.say(app::organisation_title(visitor.engine(), code)));
  }
  const auto typed = [&](FieldText text) { return as_typed(visitor, std::move(text), mistakes); };
  Markup fields = hidden(asked) + select_field(typed({"org", visitor.say("STATUS-ORGANISATION")}), bodies);
  fields += input_field(typed({"until", visitor.say("WEB-UNTIL"), visitor.say("WEB-DATE-HINT")}), "text");
  fields += text_area(typed({"waive-reason", visitor.say("WEB-REASON")}), 2);
  fields += input_field(typed({"basis", visitor.say("WEB-BASIS")}), "text");
  return details(visitor.say("WEB-WAIVE"),
                 post_form(visitor, "/board/waive", fields + button(visitor.say("WEB-WAIVE"), true)),
                 visitor.request().form.find("waive-reason").has_value());
}

Asked asked_in_form(const Visitor& visitor) {
  const http::Fields& form = visitor.request().form;
  return {form.get("form"), form.get("period"), ""};
}

http::Response back_to_board(const Visitor& visitor, const Asked& asked, const char* done) {
  return go_to_done(visitor, "/board", done, asked.query().substr(1));
}

http::Response board_shown(const Visitor& visitor, const Asked& asked, const std::vector<Mistake>& mistakes,
                           int status) {
  Page page{visitor.say("WEB-BOARD"), choosing(visitor, asked), status, mistakes, done_text(visitor)};
  try {
    app::StatusRequest request;
    auto rows = rows_of(visitor, asked, request);
    sort(rows, asked.sort);
    const auto lock = app::status_lock(visitor.engine(), request);
    if (const auto ends = app::status_calendar(visitor.engine(), rows))
      page.body += element("p", {{"class", "standing"}}, visitor.say(*ends));
    if (lock) page.body += element("p", {{"class", "standing"}}, visitor.say(*lock));
    page.body += counts(visitor, rows) + board_table(visitor, rows) + papers(visitor, asked);
    page.body += reminding(visitor, asked, rows);
    if (visitor.may(lock ? report::RegisterAction::unlock : report::RegisterAction::lock))
      page.body += locking(visitor, asked, lock.has_value(), mistakes);
    if (visitor.may(report::RegisterAction::waive)) page.body += waiving(visitor, asked, rows, mistakes);
  } catch (const Error& error) {
    page.status = 422;
    page.mistakes = {mistake_of(visitor, error, "period")};
  }
  return page_response(visitor, page);
}

// The board again, as its form was typed.
http::Response not_done(const Visitor& visitor, const Asked& asked, const Error& error) {
  Mistake mistake = mistake_of(visitor, error);
  const std::string& key = error.message().key;
  if (key == "WEB-DATE-NEEDED") mistake.field = "until";
  if (key == "WAIVE-WORDS") mistake.field = "waive-reason";
  if (key.starts_with("LOCK-REASON")) mistake.field = "reason";
  return board_shown(visitor, asked, {mistake}, status_of(error));
}

}  // namespace

http::Response board_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  return board_shown(visitor, asked_of(visitor), {}, 200);
}

http::Response board_paper(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const Asked asked = asked_of(visitor);
  app::StatusRequest request;
  const auto rows = rows_of(visitor, asked, request);
  const auto format = app::require_format(visitor.request().query.get("to"));
  const document::Document paper =
      app::make_status(visitor.engine(), rows, request, visitor.today(), visitor.paper_lang());
  return issued_paper(visitor, paper, {registry::PaperKind::status, request.name()}, format, "status_" + asked.form);
}

http::Response lock_board(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const Asked asked = asked_in_form(visitor);
  const bool locks = visitor.request().path.ends_with("/lock");
  const auto period = calendar::parse_typed_period(asked.period);
  if (!period) return refusal(visitor, 400);
  const std::string& reason = visitor.request().form.get("reason");
  try {
    if (locks) {
      app::lock_period(visitor.engine(), asked.form, *period, reason, visitor.actor());
    } else {
      app::unlock_period(visitor.engine(), asked.form, *period, reason, visitor.actor());
    }
  } catch (const Error& error) {
    return not_done(visitor, asked, error);
  }
  return back_to_board(visitor, asked, locks ? "WEB-DONE-LOCKED" : "WEB-DONE-UNLOCKED");
}

http::Response waive_on_board(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const Asked asked = asked_in_form(visitor);
  const http::Fields& form = visitor.request().form;
  app::WaiveRequest request;
  request.form = asked.form;
  request.organisation = form.get("org");
  request.period = calendar::parse_typed_period(asked.period);
  const auto until = report::parse_typed_day(form.get("until"));
  if (!visitor.acts_for(request.organisation)) return refusal(visitor, 404);
  if (!until) return not_done(visitor, asked, Error("WEB-DATE-NEEDED"));
  request.until = *until;
  request.reason = form.get("waive-reason");
  request.basis = form.get("basis");
  try {
    const auto waived [[maybe_unused]] = app::waive(visitor.engine(), request, visitor.actor());
  } catch (const Error& error) {
    return not_done(visitor, asked, error);
  }
  return back_to_board(visitor, asked, "WEB-DONE-WAIVED");
}

}  // namespace esep::web

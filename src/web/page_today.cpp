// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/status.h"
#include "app/paper/blank.h"
#include "app/paper/list_remarks.h"
#include "app/paper/outdated.h"
#include "app/query/previous_rows.h"
#include "app/query/queries.h"
#include "base/percent_encoded.h"
#include "web/media_type.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"
#include "xlsx/write.h"

namespace esep::web {
namespace {

constexpr int kDaysBack = 120;
constexpr int kDaysAhead = 45;

// What the visitor's bodies owe about now.
std::vector<report::StatusRow> duties_about_now(const Visitor& visitor) {
  const calendar::WorkingDays& days = visitor.engine().calendar();
  report::DutyFilter filter;
  filter.from = std::max(visitor.today().plus_days(-kDaysBack), *calendar::Date::from_ymd(days.first_year(), 1, 1));
  filter.to = std::min(visitor.today().plus_days(kDaysAhead), *calendar::Date::from_ymd(days.last_year(), 12, 31));
  filter.with_undated = true;
  std::vector<report::StatusRow> out;
  for (report::StatusRow& row : app::collect_status(visitor.engine(), filter, visitor.today()))
    if (visitor.acts_for(row.duty.key.organisation)) out.push_back(std::move(row));
  app::mark_outdated(visitor.engine(), out);
  return out;
}

enum class Group { correct, hand_in, waits, done };

Group group_of(const report::StatusRow& row) {
  using report::Timeliness;
  if (row.state == report::State::returned) return Group::correct;
  if (row.state == report::State::rejected && row.timeliness != Timeliness::excused) return Group::correct;
  if (row.timeliness == Timeliness::missing) return Group::hand_in;
  if (row.timeliness == Timeliness::due && row.duty.due.effective && row.revision == 0) return Group::hand_in;
  if (row.timeliness == Timeliness::due) return Group::waits;
  return Group::done;
}

// Of an event that is awaited, or of a duty without a form.
std::string record_address(const Visitor& visitor, const report::StatusRow& row, std::string_view kind,
                           const std::string& what) {
  report::ReportKey key = row.duty.key;
  if (kind == "event") key.stage.clear();  // it starts the terms of every stage that waits for it
  const std::string query = key_query(key);
  return visitor.address("/record/" + std::string(kind)) + (query.empty() ? "?" : query + "&") +
         "what=" + percent_encoded(what);
}

// The blank with the rows of the report before, if it has rows for it, and what must be known of them.
void add_taken_over(const Visitor& visitor, app::Queries& queries, const report::ReportKey& key,
                    const std::string& address, std::vector<Markup>& links) {
  const auto editions = visitor.engine().catalog().editions(key.form);
  const auto at = std::find_if(editions.begin(), editions.end(),
                               [&](const auto* form) { return app::has_rows_before(visitor.engine(), *form, key); });
  if (at == editions.end()) return;
  links.push_back(link(address, visitor.say("WEB-BLANK-PREVIOUS")));
  for (const Message& one : app::taken_over_remarks(queries, **at, key)) links.push_back(visitor.say(one));
}

Markup actions(const Visitor& visitor, app::Queries& queries, const report::StatusRow& row) {
  if (row.awaits_event() && visitor.may(report::RegisterAction::event))
    return list(
        {link(record_address(visitor, row, "event", row.duty.obligation->event), visitor.say("WEB-RECORD-EVENT"))});
  if (row.duty.key.form.empty() && visitor.may(report::RegisterAction::done))
    return list({link(record_address(visitor, row, "deed", row.duty.obligation->id), visitor.say("WEB-RECORD-DEED"))});
  if (row.duty.key.form.empty() || row.by_deed()) return {};
  const std::string query = key_query(row.duty.key);
  std::vector<Markup> links;
  if (!row.submission.empty()) links.push_back(link(report_address(visitor, row.submission), row.submission));
  const std::string blank = visitor.address("/blank") + query;
  links.push_back(link(blank, visitor.say("WEB-BLANK")));
  add_taken_over(visitor, queries, row.duty.key, blank + "&previous=1", links);
  links.push_back(link(visitor.address("/hand-in"), visitor.say("WEB-HAND-IN")));
  return list(links);
}

// What the board says of the row too, and why the term has no day. Each remark once.
Markup remarks(const Visitor& visitor, const report::StatusRow& row) {
  auto said = app::term_remarks(visitor.engine(), row.duty, visitor.today());
  for (Message& one : app::listed_remarks(visitor.engine(), row, visitor.today()))
    if (std::find(said.begin(), said.end(), one) == said.end()) said.push_back(std::move(one));
  return remark_list(visitor, said);
}

void add_group(const Visitor& visitor, app::Queries& queries, const std::vector<report::StatusRow>& rows, Group group,
               const char* title, Markup& body) {
  TableBuilder table(visitor.say(title),
                     {visitor.say("LIST-REPORT"), visitor.say("STATUS-ORGANISATION"), visitor.say("STATUS-DUE"),
                      visitor.say("STATUS-STATE"), visitor.say("WEB-ACTIONS")});
  for (const report::StatusRow& row : rows) {
    if (group_of(row) != group) continue;
    const std::string& body_code = row.duty.key.organisation;
    table.row({duty_words(visitor, row.duty) + remarks(visitor, row),
               visitor.say(app::organisation_title(visitor.engine(), body_code)), explained_term(visitor, row.duty),
               status_tag(visitor, row), actions(visitor, queries, row)});
  }
  if (table.empty()) return;
  const bool folded = group == Group::done || group == Group::waits;
  body += folded ? details(visitor.say(title), table.markup()) : heading(2, visitor.say(title)) + table.markup();
}

}  // namespace

http::Response today_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const auto rows = duties_about_now(visitor);
  app::Queries queries(visitor.engine());
  Page page{visitor.say("WEB-TODAY"), {}, 200, {}, done_text(visitor)};
  page.body = paragraph(visitor.say(Message("WEB-TODAY-IS", {{"date", visitor.today().dotted()}})));
  add_group(visitor, queries, rows, Group::correct, "WEB-TO-CORRECT", page.body);
  add_group(visitor, queries, rows, Group::hand_in, "WEB-TO-HAND-IN", page.body);
  add_group(visitor, queries, rows, Group::waits, "WEB-WAITS", page.body);
  add_group(visitor, queries, rows, Group::done, "WEB-FINISHED", page.body);
  if (rows.empty()) page.body += paragraph(visitor.say("WEB-NOTHING-DUE"));
  return page_response(visitor, page);
}

http::Response blank_file(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  app::BlankOptions options;
  options.key = key_of(visitor.request().query);
  options.lang = visitor.paper_lang();
  if (!visitor.request().query.get("previous").empty()) options.prefill = app::Prefill::source_and_before;
  if (!visitor.acts_for(options.key.organisation)) return refusal(visitor, 404);
  app::Queries queries(visitor.engine());
  document::Document blank;
  try {
    blank = app::make_blank(queries, options);
  } catch (const Error& error) {
    return failure(visitor, error, "/today");
  }
  return file_response(xlsx::write_bytes(blank), media_type(report::OutputFormat::xlsx),
                       app::report_file_stem(options.key) + ".xlsx");
}

}  // namespace esep::web

// SPDX-License-Identifier: MIT
// Papers that the register composes of the reports: printed, and recorded as sent.
#include "app/core/deed_words.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/status.h"
#include "app/core/titles.h"
#include "app/core/verdict_words.h"
#include "app/paper/find_report.h"
#include "app/paper/outdated.h"
#include "app/paper/output.h"
#include "app/paper/report_paper.h"
#include "app/registers/record_dispatch.h"
#include "base/text.h"
#include "calendar/typed_period.h"
#include "report/read/parse_date.h"
#include "web/findings_view.h"
#include "web/issued_paper.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// The composed reports that somebody owes for a period about now.
std::vector<report::StatusRow> composed_duties(const Visitor& visitor) {
  constexpr int kDays = 200;
  report::DutyFilter filter;
  filter.from = visitor.today().plus_days(-kDays);
  filter.to = std::min(visitor.today().plus_days(kDays),
                       *calendar::Date::from_ymd(visitor.engine().calendar().last_year(), 12, 31));
  std::vector<report::StatusRow> out;
  for (report::StatusRow& one : app::collect_status(visitor.engine(), filter, visitor.today()))
    if (one.duty.by_dispatch && visitor.acts_for(one.duty.key.organisation)) out.push_back(std::move(one));
  app::mark_outdated(visitor.engine(), out);
  return out;
}

Message sent_message(const report::Deed& deed) {
  return Message("WEB-SENT", {{"date", deed.date.dotted()}, {"number", deed.sent->number}});
}

// Which letters it went with, to each addressee.
Markup sent(const Visitor& visitor, const report::StatusRow& row) {
  std::vector<Markup> out;
  for (const report::Delivery& one : row.deliveries) {
    if (!one.deed || !one.deed->sent) continue;
    const std::string to = one.addressee.id.empty() ? "" : visitor.say(one.addressee.title) + " – ";
    out.push_back(to + visitor.say(sent_message(*one.deed)));
    const Message changed = app::changed_paper_message(visitor.engine(), one);
    if (!changed.empty()) out.push_back(as_sentence(visitor.say(changed)));
  }
  if (row.origin.outdated) out.push_back(as_sentence(visitor.say(*row.origin.outdated)));
  return out.empty() ? Markup(visitor.say("WEB-NOT-SENT")) : list(out);
}

// What this record would take the place of: the letter that is recorded already.
std::optional<report::Deed> recorded_before(const Visitor& visitor, const report::ReportKey& key) {
  report::DutyFilter filter;
  filter.form = key.form;
  filter.organisation = key.organisation;
  filter.subject = key.subject;
  filter.period = calendar::Period::parse(key.period);
  const auto editions = visitor.engine().catalog().editions(key.form);
  if (editions.empty() || (editions.back()->period && !filter.period)) return std::nullopt;
  for (const report::StatusRow& row : app::collect_status(visitor.engine(), filter, visitor.today()))
    if (row.duty.by_dispatch && row.duty.key == key && row.deed() != nullptr && row.deed()->sent) return *row.deed();
  return std::nullopt;
}

// The same letter again: nothing is written, so nobody is asked.
bool is_same(const report::Deed& before, const report::Deed& now) {
  return before.date == now.date && before.sent->code == app::typed_paper_code(now.sent->code) &&
         before.sent->number == trim(now.sent->number) && before.sent->signer == trim(now.sent->signer);
}

Markup row_links(const Visitor& visitor, const report::Duty& duty) {
  std::vector<Markup> links;
  for (const char* format : {"pdf", "xlsx", "docx"})
    links.push_back(link(visitor.address("/composed/paper") + key_query(duty.key) + "&to=" + format,
                         visitor.say(Message("WEB-PAPER-REPORT", {{"format", format_name(format)}}))));
  links.push_back(link(visitor.address("/composed/dispatch") + key_query(duty.key), visitor.say("WEB-DISPATCH")));
  return list(links);
}

Markup dispatch_form(const Visitor& visitor, const http::Fields& about, const std::optional<report::Deed>& before) {
  Markup fields;
  for (const char* name : {"form", "org", "subject", "period", "stage"})
    if (!about.get(name).empty()) fields += hidden_field(name, about.get(name));
  fields += input_field({"code", visitor.say("WEB-VERIFY-CODE"), visitor.say("WEB-CODE-SENT-HINT"), about.get("code")},
                        "text", "off");
  fields +=
      input_field({"date", visitor.say("WEB-SENT-ON"), visitor.say("WEB-DATE-HINT"), about.get("date")}, "text", "off");
  fields += input_field({"number", visitor.say("WEB-LETTER-NUMBER"), "", about.get("number")}, "text", "off");
  fields += input_field({"signer", visitor.say("WEB-SIGNER"), "", about.get("signer")}, "text", "off");
  fields += tick_boxes({"incomplete", visitor.say("WEB-INCOMPLETE")}, {{"yes", visitor.say("WEB-INCOMPLETE-YES")}}, {});
  if (before)
    fields += tick_boxes({"again", visitor.say(sent_message(*before))}, {{"yes", visitor.say("WEB-SENT-REPLACE")}}, {});
  return post_form(visitor, "/composed/dispatch", fields + button(visitor.say("WEB-RECORD")));
}

http::Response dispatch_shown(const Visitor& visitor, const http::Fields& about, const std::vector<Mistake>& mistakes) {
  Page page{visitor.say("WEB-DISPATCH"), {}, mistakes.empty() ? 200 : 422, mistakes};
  page.body = paragraph(visitor.say(app::report_words(visitor.engine(), key_of(about)))) +
              dispatch_form(visitor, about, recorded_before(visitor, key_of(about)));
  return page_response(visitor, page);
}

}  // namespace

http::Response composed_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  TableBuilder table(visitor.say("WEB-COMPOSED"),
                     {visitor.say("LIST-REPORT"), visitor.say("STATUS-ORGANISATION"), visitor.say("STATUS-DUE"),
                      visitor.say("STATUS-STATE"), visitor.say("WEB-ACTIONS")});
  for (const report::StatusRow& row : composed_duties(visitor)) {
    const report::Duty& duty = row.duty;
    table.row({duty_words(visitor, duty), visitor.say(app::organisation_title(visitor.engine(), duty.key.organisation)),
               explained_term(visitor, duty), sent(visitor, row), row_links(visitor, duty)});
  }
  Page page{visitor.say("WEB-COMPOSED"), paragraph(visitor.say("WEB-COMPOSED-INTRO")), 200, {}, done_text(visitor)};
  page.body += table.empty() ? paragraph(visitor.say("WEB-NOTHING-DUE")) : table.markup();
  return page_response(visitor, page);
}

http::Response composed_paper(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& query = visitor.request().query;
  const report::ReportKey key = key_of(query);
  if (!visitor.acts_for(key.organisation)) return refusal(visitor, 404);
  const auto format = app::require_format(query.get("to"));
  const auto found = app::find_report(visitor.engine(), key, visitor.actor());
  if (!found.submission) {
    return page_response(visitor, {visitor.say("WEB-NOT-DONE"), findings_list(visitor, found.findings), 409});
  }
  const document::Document paper = app::make_paper(visitor.engine(), *found.submission, visitor.paper_lang());
  return issued_paper(visitor, paper, {registry::PaperKind::report, "", found.submission->id}, format,
                      found.submission->number);
}

http::Response dispatch_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& query = visitor.request().query;
  if (!visitor.acts_for(query.get("org"))) return refusal(visitor, 404);
  return dispatch_shown(visitor, query, {});
}

http::Response record_sent(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  const http::Fields& form = visitor.request().form;
  if (!visitor.acts_for(form.get("org"))) return refusal(visitor, 404);
  const auto date = report::parse_typed_day(form.get("date"));
  if (!date) return dispatch_shown(visitor, form, {{"date", visitor.say("WEB-DATE-NEEDED")}});
  app::DispatchRequest request;
  request.deed.key = key_of(form);
  request.deed.date = *date;
  request.deed.sent = report::SentPaper{form.get("code"), form.get("number"), form.get("signer")};
  request.incomplete = form.find("incomplete").has_value();
  const auto before = recorded_before(visitor, request.deed.key);
  if (before && !is_same(*before, request.deed) && !form.find("again"))
    return dispatch_shown(visitor, form, {{"again", visitor.say("WEB-SENT-ALREADY")}});
  try {
    if (app::record_dispatch(visitor.engine(), request, visitor.actor()).repeated)
      return go_to_done(visitor, "/composed", "WEB-DONE-SENT-REPEATED");
  } catch (const Error& error) {
    if (names_others(visitor, error)) return refusal(visitor, 404);
    return dispatch_shown(visitor, form, {mistake_of(visitor, error)});
  }
  return go_to_done(visitor, "/composed", "WEB-DONE-SENT");
}

}  // namespace esep::web

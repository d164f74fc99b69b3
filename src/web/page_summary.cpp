// SPDX-License-Identifier: MIT
#include "app/paper/output.h"
#include "app/summary/summary.h"
#include "base/percent_encoded.h"
#include "base/text.h"
#include "calendar/typed_period.h"
#include "html/write.h"
#include "registry/review_book.h"
#include "web/issued_paper.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// Only of the visitor's bodies: the page exists, and is not for him.
bool may_see(const Visitor& visitor, const app::SummaryRequest& request) {
  try {
    app::require_summary_right(visitor.engine(), request, visitor.actor());
    return true;
  } catch (const registry::StepRefused&) {
    return false;
  }
}

std::string title_of(const Visitor& visitor, const form::Summary& summary) {
  const std::string title = visitor.say(summary.title);
  // Without its period: ", {period}" or "{period}: ".
  std::string out = interpolate(title, {{"period", "…"}}, visitor.lang());
  for (const std::string_view gap : {", …", " – …", " …", "… ", "…"})
    if (const size_t at = out.find(gap); at != std::string::npos) out.erase(at, gap.size());
  return trim(out);
}

const form::Summary* summary_of(const Visitor& visitor, const PathValues& values) {
  return visitor.engine().summaries().find(values.at("summary"));
}

app::SummaryRequest request_of(const Visitor& visitor, const form::Summary& summary) {
  app::SummaryRequest out;
  out.summary = &summary;
  const std::string period = visitor.request().query.get("period");
  if (!period.empty()) out.period = calendar::parse_typed_period(period);
  if (!out.period && summary.period)
    out.period = calendar::Period::containing(*summary.period, visitor.today()).previous();
  // Who acts for some bodies sees the figures of one of them, if the summary can give them alone.
  const auto& bodies = visitor.session()->account.rights.bodies;
  out.organisation = visitor.request().query.get("org");
  if (bodies && out.organisation.empty() && !bodies->empty()) out.organisation = *bodies->begin();
  out.lang = visitor.paper_lang();
  out.today = visitor.today();
  return out;
}

Markup choosing(const Visitor& visitor, const form::Summary& summary, const app::SummaryRequest& request) {
  if (!request.period) return {};
  Markup body;
  if (!request.organisation.empty()) body = hidden_field("org", request.organisation);
  return element(
      "form", {{"method", "get"}, {"action", visitor.address("/summary/" + summary.id)}, {"class", "choosing"}},
      body +
          input_field({"period", visitor.say("BLANK-PERIOD"), visitor.say("WEB-PERIOD-HINT"), request.period->text()},
                      "text") +
          button(visitor.say("WEB-SHOW"), true));
}

Markup papers(const Visitor& visitor, const form::Summary& summary, const app::SummaryRequest& request) {
  std::vector<Markup> links;
  std::string asked = request.period ? "&period=" + percent_encoded(request.period->text()) : "";
  if (!request.organisation.empty()) asked += "&org=" + percent_encoded(request.organisation);
  for (const char* format : {"pdf", "xlsx", "docx"})
    links.push_back(link(visitor.address("/summary/" + summary.id + "/paper") + "?to=" + format + asked,
                         visitor.say(Message("WEB-PAPER-SUMMARY", {{"format", format_name(format)}}))));
  return list(links);
}

}  // namespace

http::Response summaries_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  std::vector<Markup> links;
  for (const form::Summary& one : visitor.engine().summaries().all())
    if (may_see(visitor, request_of(visitor, one)))
      links.push_back(link(visitor.address("/summary/" + one.id), title_of(visitor, one)));
  if (links.empty()) links.emplace_back(visitor.say("WEB-NO-SUMMARY"));
  return page_response(visitor, {visitor.say("WEB-SUMMARIES"), list(links)});
}

http::Response summary_page(const Visitor& visitor, const PathValues& values) {
  const form::Summary* summary = summary_of(visitor, values);
  if (summary == nullptr) return refusal(visitor, 404);
  const app::SummaryRequest request = request_of(visitor, *summary);
  if (!may_see(visitor, request)) return refusal(visitor, 403);
  Page page{title_of(visitor, *summary), choosing(visitor, *summary, request)};
  try {
    const document::Document paper = app::make_summary(visitor.engine(), request);
    page.body += papers(visitor, *summary, request);
    if (paper.lang != visitor.lang())
      page.body += element("p", {{"class", "hint"}}, visitor.say("WEB-PAPER-LANGUAGES"));
    // Each figure leads to the list of its reports, and each of them to its page.
    const auto of_report = [&](const std::string& number) { return report_address(visitor, number); };
    page.body += element("div", {{"class", "paper"}, {"lang", std::string(lang_code(paper.lang))}},
                         Markup::made(html::body_markup(paper, of_report)));
  } catch (const Error& error) {
    page.status = 422;
    page.mistakes = {mistake_of(visitor, error, "period")};
  }
  return page_response(visitor, page);
}

http::Response summary_paper(const Visitor& visitor, const PathValues& values) {
  const form::Summary* summary = summary_of(visitor, values);
  if (summary == nullptr) return refusal(visitor, 404);
  const app::SummaryRequest request = request_of(visitor, *summary);
  if (!may_see(visitor, request)) return refusal(visitor, 403);
  const auto format = app::require_format(visitor.request().query.get("to"));
  const document::Document paper = app::make_summary(visitor.engine(), request);
  const std::string stem = "summary_" + summary->id + (request.period ? "_" + request.period->text() : "");
  return issued_paper(visitor, paper, {registry::PaperKind::summary, summary->id}, format, stem);
}

}  // namespace esep::web

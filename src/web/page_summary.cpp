// SPDX-License-Identifier: MIT
#include "app/paper/output.h"
#include "app/summary/summary.h"
#include "base/percent_encoded.h"
#include "base/text.h"
#include "calendar/typed_period.h"
#include "html/write.h"
#include "web/issued_paper.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

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
  // Who acts for some bodies sees the figures of one of them.
  const auto& bodies = visitor.session()->account.rights.bodies;
  const std::string wanted = visitor.request().query.get("org");
  if (!bodies || bodies->contains(wanted)) out.organisation = wanted;
  if (bodies && out.organisation.empty()) out.organisation = bodies->empty() ? "-" : *bodies->begin();
  out.lang = visitor.paper_lang();
  out.today = visitor.today();
  return out;
}

Markup choosing(const Visitor& visitor, const form::Summary& summary, const app::SummaryRequest& request) {
  if (!request.period) return {};
  return element(
      "form", {{"method", "get"}, {"action", visitor.address("/summary/" + summary.id)}, {"class", "choosing"}},
      input_field({"period", visitor.say("BLANK-PERIOD"), visitor.say("WEB-PERIOD-HINT"), request.period->text()},
                  "text") +
          button(visitor.say("WEB-SHOW"), true));
}

Markup papers(const Visitor& visitor, const form::Summary& summary, const app::SummaryRequest& request) {
  std::vector<Markup> links;
  const std::string period = request.period ? "&period=" + percent_encoded(request.period->text()) : "";
  for (const char* format : {"pdf", "xlsx", "docx"})
    links.push_back(link(visitor.address("/summary/" + summary.id + "/paper") + "?to=" + format + period,
                         visitor.say(Message("WEB-PAPER-SUMMARY", {{"format", format_name(format)}}))));
  return list(links);
}

}  // namespace

http::Response summaries_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  std::vector<Markup> links;
  for (const form::Summary& one : visitor.engine().summaries().all())
    links.push_back(link(visitor.address("/summary/" + one.id), title_of(visitor, one)));
  return page_response(visitor, {visitor.say("WEB-SUMMARIES"), list(links)});
}

http::Response summary_page(const Visitor& visitor, const PathValues& values) {
  const form::Summary* summary = summary_of(visitor, values);
  if (summary == nullptr) return refusal(visitor, 404);
  const app::SummaryRequest request = request_of(visitor, *summary);
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
    page.mistakes = {{"period", mistake_of(visitor, error).text}};
  }
  return page_response(visitor, page);
}

http::Response summary_paper(const Visitor& visitor, const PathValues& values) {
  const form::Summary* summary = summary_of(visitor, values);
  if (summary == nullptr) return refusal(visitor, 404);
  const app::SummaryRequest request = request_of(visitor, *summary);
  const auto format = app::require_format(visitor.request().query.get("to"));
  const document::Document paper = app::make_summary(visitor.engine(), request);
  const std::string stem = "summary_" + summary->id + (request.period ? "_" + request.period->text() : "");
  return issued_paper(visitor, paper, {registry::PaperKind::summary, summary->id}, format, stem);
}

}  // namespace esep::web

// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/standing_words.h"
#include "app/core/titles.h"
#include "app/core/verdict_words.h"
#include "app/paper/find_report.h"
#include "app/paper/output.h"
#include "app/paper/receipt.h"
#include "app/paper/report_paper.h"
#include "app/query/submission_view.h"
#include "app/receive/opened_file.h"
#include "app/review/desk.h"
#include "web/findings_view.h"
#include "web/media_type.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// The report of an address, if the visitor acts for its body: nobody learns that others exist.
std::optional<report::Submission> report_of(const Visitor& visitor, const PathValues& values) {
  try {
    report::Submission out = app::find_named(visitor.engine(), values.at("number"));
    if (visitor.acts_for(out.key.organisation)) return out;
  } catch (const Error& error) {
    if (error.message().key != "SUBMISSION-UNKNOWN") throw;
  }
  return std::nullopt;
}

Markup papers(const Visitor& visitor, const report::Submission& submission) {
  const std::string here = report_address(visitor, submission.number);
  std::vector<Markup> links;
  for (const bool receipt : {true, false}) {
    if (submission.revision == 0 && !receipt) continue;
    const char* key = receipt ? "WEB-PAPER-RECEIPT" : "WEB-PAPER-REPORT";
    for (const char* format : {"pdf", "xlsx", "docx"})
      links.push_back(link(here + "/paper?kind=" + (receipt ? "receipt" : "report") + "&to=" + format,
                           visitor.say(Message(key, {{"format", format}}))));
  }
  if (!submission.receipt.file_name.empty()) links.push_back(link(here + "/file", visitor.say("WEB-FILE-AS-RECEIVED")));
  return heading(2, visitor.say("WEB-PAPERS")) + list(links);
}

Markup withdrawal(const Visitor& visitor, const report::Submission& submission) {
  if (submission.revision == 0 || submission.state == report::State::withdrawn) return {};
  return details(visitor.say("WEB-WITHDRAW"),
                 post_form(visitor, "/report/" + submission.number + "/withdraw",
                           text_area({"reason", visitor.say("WEB-REASON"), visitor.say("WEB-WITHDRAW-HINT")}, 3) +
                               button(visitor.say("WEB-WITHDRAW"), true)));
}

Markup facts_of(const Visitor& visitor, const report::Submission& submission) {
  app::Engine& engine = visitor.engine();
  const report::Receipt& receipt = submission.receipt;
  return facts({{visitor.say("LIST-REPORT"), visitor.say(app::report_words(engine, submission.key))},
                {visitor.say("STATUS-NUMBER"), submission.number},
                {visitor.say("WEB-RECEIVED"), receipt.received.dotted()},
                {visitor.say("STATUS-DUE"), submission.deadline.effective ? submission.deadline.effective->dotted() : ""},
                {visitor.say("STATUS-TIMELINESS"), visitor.say(app::verdict_message(engine, submission))},
                {visitor.say("STATUS-STATE"), visitor.say(app::state_message(submission.state))},
                {visitor.say("WEB-FILE"), receipt.file_name},
                {"SHA-256", element("code", receipt.sha256)}});
}

}  // namespace

http::Response report_page(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  app::Standings standings(visitor.engine());
  const text::SubmissionView view = app::submission_view(visitor.engine(), standings, *submission);
  Page page{visitor.say(Message("WEB-REPORT", {{"number", submission->number}})), {}, 200, {}, done_text(visitor)};
  const Message standing = app::standing_message(visitor.engine(), *submission);
  if (!standing.empty()) page.body += element("p", {{"class", "standing"}}, visitor.say(standing));
  page.body += facts_of(visitor, *submission) + papers(visitor, *submission);
  page.body += findings_list(visitor, view.findings);
  if (const std::string bytes = visitor.engine().registry().file_bytes(submission->receipt.sha256); !bytes.empty()) {
    app::OpenedFile opened = app::open_bytes(submission->receipt.file_name, bytes);
    if (opened.grid) page.body += sheet_view(visitor, *opened.grid, view.findings);
  }
  page.body += withdrawal(visitor, *submission);
  return page_response(visitor, page);
}

http::Response report_paper(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  const http::Fields& query = visitor.request().query;
  const report::OutputFormat format = app::require_format(query.get("to"));
  const bool receipt = query.get("kind") == "receipt";
  const document::Document paper = receipt
                                       ? app::make_receipt(visitor.engine(), *submission, visitor.paper_lang())
                                       : app::make_paper(visitor.engine(), *submission, visitor.paper_lang());
  const registry::PaperTopic topic{receipt ? registry::PaperKind::receipt : registry::PaperKind::report, "",
                                   submission->id};
  std::string bytes;
  const std::u32string substituted [[maybe_unused]] =
      app::issue_paper(visitor.engine(), paper, topic, format, visitor.actor(),
                       [&bytes](std::string_view piece) { bytes += piece; });
  const std::string ending(report::output_format_name(format));
  const std::string name = (receipt ? "receipt_" : "") + submission->number + "." + ending;
  return file_response(std::move(bytes), media_type(format), name);
}

http::Response report_file(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  std::string bytes = visitor.engine().registry().file_bytes(submission->receipt.sha256);
  if (bytes.empty()) return refusal(visitor, 404);
  return file_response(std::move(bytes), "application/octet-stream", submission->receipt.file_name);
}

http::Response withdraw_report(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  try {
    app::ReviewDesk desk(visitor.engine());
    desk.withdraw(submission->number, visitor.request().form.get("reason"), visitor.actor());
  } catch (const Error& error) {
    return failure(visitor, error, "/report/" + submission->number);
  }
  return go_to_done(visitor, "/report/" + submission->number, "WEB-DONE-WITHDRAWN");
}

}  // namespace esep::web

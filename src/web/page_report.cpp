// SPDX-License-Identifier: MIT
#include "app/core/named_days.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/sending.h"
#include "app/core/standing_words.h"
#include "app/core/titles.h"
#include "app/core/verdict_words.h"
#include "app/paper/output.h"
#include "app/paper/receipt.h"
#include "app/paper/report_paper.h"
#include "app/paper/return_marks.h"
#include "app/query/submission_view.h"
#include "app/receive/opened_file.h"
#include "app/review/desk.h"
#include "app/review/place_words.h"
#include "app/review/returned_report.h"
#include "app/review/review_text.h"
#include "web/findings_view.h"
#include "web/issued_paper.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/report_of.h"
#include "web/return_packet_file.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

Markup papers(const Visitor& visitor, const report::Submission& submission) {
  const std::string here = report_address(visitor, submission.number);
  std::vector<Markup> links;
  for (const bool receipt : {true, false}) {
    if (submission.revision == 0 && !receipt) continue;
    for (const char* format : {"pdf", "xlsx", "docx"}) {
      const Message title = receipt ? Message("WEB-PAPER-RECEIPT", {{"format", format_name(format)}})
                                    : Message("WEB-PAPER-REPORT", {{"format", format_name(format)}});
      links.push_back(
          link(here + "/paper?kind=" + (receipt ? "receipt" : "report") + "&to=" + format, visitor.say(title)));
    }
  }
  if (!submission.receipt.file_name.empty()) links.push_back(link(here + "/file", visitor.say("WEB-FILE-AS-RECEIVED")));
  return heading(2, visitor.say("WEB-PAPERS")) + list(links);
}

Markup withdrawal(const Visitor& visitor, const report::Submission& submission, const std::vector<Mistake>& mistakes) {
  if (submission.revision == 0 || submission.state == report::State::withdrawn) return {};
  const FieldText reason{"reason", visitor.say("WEB-REASON"), visitor.say("WEB-WITHDRAW-HINT")};
  return details(
      visitor.say("WEB-WITHDRAW"),
      post_form(visitor, "/report/" + submission.number + "/withdraw",
                text_area(as_typed(visitor, reason, mistakes), 3) + button(visitor.say("WEB-WITHDRAW"), true)),
      visitor.request().form.find("reason").has_value());
}

// Why the report was returned, and at which cells something was noted.
class ReturnView {
 public:
  /// `before`: how many findings of the check stand before the marks.
  ReturnView(const Visitor& visitor, const report::Submission& submission, size_t before)
      : visitor_(visitor), before_(before) {
    if (submission.state != report::State::returned) return;
    returned_ = app::returned_report(visitor.engine(), submission);
    try {
      marks_ = app::return_marks(visitor.engine(), *returned_).findings;
    } catch (const Error&) {
      marks_.clear();  // the file cannot be read any more: the notes stay
    }
  }
  /// At their cells of the sheet; they stand behind the findings of the check.
  [[nodiscard]] const report::Findings& marks() const { return marks_; }
  /// The id of the row of a recommendation, to which its cell leads; empty: it has no mark.
  [[nodiscard]] std::string mark_of(const std::string& recommendation) const {
    if (!returned_) return {};
    const auto& all = returned_->recommendations;
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.number == recommendation; });
    const size_t index = returned_->notes.size() + static_cast<size_t>(at - all.begin());
    return at == all.end() || index >= marks_.size() ? "" : finding_id(before_ + index);
  }
  [[nodiscard]] Markup markup() const {
    if (!returned_) return {};
    const report::Submission& submission = returned_->submission;
    Markup inside = heading(2, visitor_.say("WEB-RETURNED-WHY"));
    inside += paragraph(visitor_.say(Message("WEB-RETURNED-ON", {{"date", returned_->on.dotted()}})));
    if (!returned_->reason.empty()) inside += element("blockquote", returned_->reason);
    inside += notes();
    inside += list(return_packet_links(visitor_, report_address(visitor_, submission.number) + "/paper?kind=return"));
    return element("section", {{"class", "returned"}}, inside);
  }

 private:
  [[nodiscard]] Markup notes() const {
    TableBuilder table(visitor_.say("WEB-NOTES"), {visitor_.say("LIST-PLACE"), visitor_.say("LIST-NOTE")});
    app::PlaceWords places(visitor_.engine());
    for (size_t i = 0; i < returned_->notes.size(); ++i) {
      const report::ReviewNote& note = returned_->notes[i];
      const std::string words = visitor_.say(places.of(returned_->submission, note.place));
      const bool marked = i < marks_.size();
      table.row({marked ? place_link(marks_[i], words) : Markup(words), note.text},
                marked ? finding_id(before_ + i) : "");
    }
    return table.empty() ? Markup() : table.markup();
  }

  const Visitor& visitor_;
  size_t before_;
  std::optional<app::ReturnedReport> returned_;
  report::Findings marks_;
};

// Open recommendations, and the answer of the reporting body to each.
Markup recommendations(const Visitor& visitor, const report::Submission& submission, const ReturnView& returned,
                       const std::vector<Mistake>& mistakes) {
  app::ReviewDesk desk(visitor.engine());
  const report::ReviewCase view = desk.show(submission.number);
  TableBuilder table(visitor.say("WEB-RECOMMENDATIONS"),
                     {visitor.say("LIST-RECOMMENDATION"), visitor.say("STATUS-DUE"), visitor.say("STATUS-STATE"),
                      visitor.say("LIST-PLACE"), visitor.say("LIST-TEXT"), visitor.say("WEB-ANSWER")});
  app::PlaceWords places(visitor.engine());
  for (const report::Recommendation& one : view.recommendations) {
    Markup answer = one.answer;
    if (one.state == report::Recommendation::State::open)
      answer =
          post_form(visitor, "/report/" + submission.number + "/answer",
                    hidden_field("recommendation", one.number) +
                        text_area(as_typed(visitor, {"answer-" + one.number, visitor.say("WEB-ANSWER")}, mistakes), 3) +
                        button(visitor.say("WEB-ANSWER"), true));
    table.row({one.number, one.due.dotted(), visitor.say(app::recommendation_state_message(one.state)),
               visitor.say(places.of(submission, one.place)), one.text, answer},
              returned.mark_of(one.number));
  }
  return table.empty() ? Markup() : table.markup();
}

// The file as it came, with what was found and noted at its cells.
Markup sheet_as_received(const Visitor& visitor, const report::Submission& submission, report::Findings findings,
                         const report::Findings& marks) {
  const std::string bytes = visitor.engine().registry().file_bytes(submission.receipt.sha256);
  if (bytes.empty()) return {};
  const app::OpenedFile opened = app::open_bytes(submission.receipt.file_name, bytes);
  if (!opened.grid) return {};
  findings.insert(findings.end(), marks.begin(), marks.end());
  return sheet_view(visitor, *opened.grid, findings);
}

// What the register composed was neither received nor accepted: its letter tells its day.
Markup facts_of(const Visitor& visitor, app::Standings& standings, const report::Submission& submission) {
  app::Engine& engine = visitor.engine();
  const report::Receipt& receipt = submission.receipt;
  const auto sending = app::sending_of(engine, standings, submission);
  const Message timeliness = sending ? sending->timeliness : app::verdict_message(engine, submission);
  const bool accepted = !sending || submission.state != report::State::received;
  const auto moved = app::moved_day(engine, submission);
  return facts(
      {{visitor.say("LIST-REPORT"), visitor.say(app::report_words(engine, submission.key))},
       {visitor.say("STATUS-NUMBER"), submission.number},
       {visitor.say(sending ? "RECEIPT-COMPOSED" : "WEB-RECEIVED"), receipt.received.dotted()},
       {visitor.say("RECEIPT-SENT"), sending ? sending->said.in(visitor.lang()) : ""},
       {visitor.say("STATUS-DUE"), submission.deadline.effective ? submission.deadline.effective->dotted() : ""},
       {visitor.say("STATUS-TIMELINESS"), timeliness.empty() ? "" : visitor.say(timeliness)},
       {visitor.say("RECEIPT-DAY-MOVED"), moved ? visitor.say(*moved) : ""},
       {visitor.say("STATUS-STATE"), accepted ? visitor.say(app::state_message(submission.state)) : ""},
       {visitor.say("WEB-FILE"), receipt.file_name},
       {"SHA-256", element("code", receipt.sha256)}});
}

http::Response report_shown(const Visitor& visitor, const report::Submission& submission,
                            const std::vector<Mistake>& mistakes, int status) {
  app::Standings standings(visitor.engine());
  const text::SubmissionView view = app::submission_view(visitor.engine(), standings, submission);
  Page page{
      visitor.say(Message("WEB-REPORT", {{"number", submission.number}})), {}, status, mistakes, done_text(visitor)};
  const Message standing = app::standing_message(visitor.engine(), submission);
  if (!standing.empty()) page.body += element("p", {{"class", "standing"}}, visitor.say(standing));
  const ReturnView returned(visitor, submission, view.findings.size());
  page.body += returned.markup();
  page.body += facts_of(visitor, standings, submission) + papers(visitor, submission);
  page.body += recommendations(visitor, submission, returned, mistakes) + findings_list(visitor, view.findings);
  page.body += sheet_as_received(visitor, submission, view.findings, returned.marks());
  page.body += withdrawal(visitor, submission, mistakes);
  return page_response(visitor, page);
}

// The page once more, with what was typed and why it was not taken.
http::Response not_taken(const Visitor& visitor, const report::Submission& submission, const Error& error,
                         const std::string& field) {
  return report_shown(visitor, submission, {mistake_of(visitor, error, field)}, status_of(error));
}

}  // namespace

http::Response report_page(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  return submission ? report_shown(visitor, *submission, {}, 200) : refusal(visitor, 404);
}

http::Response report_paper(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  const http::Fields& query = visitor.request().query;
  const report::OutputFormat format = app::require_format(query.get("to"));
  if (query.get("kind") == "return") return return_packet_file(visitor, *submission, format);
  const bool receipt = query.get("kind") == "receipt";
  const document::Document paper = receipt ? app::make_receipt(visitor.engine(), *submission, visitor.paper_lang())
                                           : app::make_paper(visitor.engine(), *submission, visitor.paper_lang());
  const registry::PaperTopic topic{receipt ? registry::PaperKind::receipt : registry::PaperKind::report, "",
                                   submission->id};
  return issued_paper(visitor, paper, topic, format, (receipt ? "receipt_" : "") + submission->number);
}

http::Response report_file(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  std::string bytes = visitor.engine().registry().file_bytes(submission->receipt.sha256);
  if (bytes.empty()) return refusal(visitor, 404);
  return file_response(std::move(bytes), "application/octet-stream", submission->receipt.file_name);
}

http::Response answer_recommendation(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  const http::Fields& form = visitor.request().form;
  const std::string recommendation = form.get("recommendation");
  try {
    if (!has_recommendation(visitor, *submission, recommendation)) return refusal(visitor, 404);
    app::ReviewDesk(visitor.engine()).answer(recommendation, form.get("answer-" + recommendation), visitor.actor());
  } catch (const Error& error) {
    return not_taken(visitor, *submission, error, "answer-" + recommendation);
  }
  return go_to_done(visitor, "/report/" + submission->number, "WEB-DONE-ANSWERED");
}

http::Response withdraw_report(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  try {
    app::ReviewDesk desk(visitor.engine());
    desk.withdraw(submission->number, visitor.request().form.get("reason"), visitor.actor());
  } catch (const Error& error) {
    return not_taken(visitor, *submission, error, "reason");
  }
  return go_to_done(visitor, "/report/" + submission->number, "WEB-DONE-WITHDRAWN");
}

}  // namespace esep::web

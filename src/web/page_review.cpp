// SPDX-License-Identifier: MIT
#include "app/core/earlier_approval.h"
#include "app/core/names.h"
#include "app/core/titles.h"
#include "app/paper/compare.h"
#include "app/receive/opened_file.h"
#include "app/review/checklists.h"
#include "app/review/desk.h"
#include "app/review/place_words.h"
#include "app/review/review_text.h"
#include "base/percent_encoded.h"
#include "html/write.h"
#include "report/cell_reference.h"
#include "web/findings_view.h"
#include "web/pages.h"
#include "web/report_links.h"
#include "web/report_of.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// What the workflow offers in this state to one of the visitor's roles. Whether it may be done is asked when it is.
bool offers(const Visitor& visitor, const report::Submission& submission, report::Action action) {
  const report::Step& step = visitor.engine().workflow().step(action);
  const bool fits = std::find(step.from.begin(), step.from.end(), submission.state) != step.from.end();
  return fits && std::any_of(step.roles.begin(), step.roles.end(),
                             [&](const std::string& role) { return visitor.has_role(role); });
}

std::string title_of(const Visitor& visitor, report::Action action) {
  return visitor.say(visitor.engine().workflow().step(action).title);
}

std::string step_path(const report::Submission& submission, std::string_view verb) {
  return "/review/" + percent_encoded(submission.number) + "/" + std::string(verb);
}

Markup head(const Visitor& visitor, const report::ReviewCase& view) {
  const report::Submission& s = view.submission;
  Markup out =
      facts({{visitor.say("LIST-REPORT"), visitor.say(app::report_words(visitor.engine(), s.key))},
             {visitor.say("STATUS-STATE"), visitor.say(app::state_message(s.state))},
             {visitor.say("WEB-RECEIVED"), s.receipt.received.dotted()},
             {visitor.say("LIST-REVIEWER"), view.review ? view.review->reviewer : "—"},
             {visitor.say("LIST-REVIEW-TERM"), view.review && view.review->due ? view.review->due->dotted() : ""}});
  if (view.approved_earlier)
    out += element("p", {{"class", "standing"}}, visitor.say(app::earlier_approval_message(*view.approved_earlier)));
  return out + paragraph(link(report_address(visitor, s.number), visitor.say("WEB-TO-REPORT")));
}

// Notes and recommendations stand at their cells, as findings do.
report::Findings marks_of(const report::ReviewCase& view, const std::string& sheet) {
  report::Findings out;
  const auto add = [&](const report::Place& place, const std::string& text, const char* code) {
    report::Finding finding = report::Finding::of(code, Message(LocalText{text, text, text}));
    finding.sheet = sheet;
    finding.cell = place.cell;
    if (const auto reference = report::parse_reference(place.cell)) finding.row = reference->row;
    finding.severity = Severity::warning;
    if (!place.cell.empty()) out.push_back(std::move(finding));
  };
  for (const report::ReviewNote& note : view.notes) add(note.place, note.text, "NOTE");
  for (const report::Recommendation& one : view.recommendations) add(one.place, one.text, "RECOMMENDATION");
  return out;
}

Markup sheet(const Visitor& visitor, const report::ReviewCase& view) {
  const report::Receipt& receipt = view.submission.receipt;
  std::string bytes = visitor.engine().registry().file_bytes(receipt.sha256);
  if (bytes.empty()) return {};
  const app::OpenedFile opened = app::open_bytes(receipt.file_name, std::move(bytes));
  if (!opened.grid) return {};
  const auto& sheets = opened.grid->sheets();
  const auto first = std::find_if(sheets.begin(), sheets.end(), [](const auto& one) { return !one.hidden; });
  // How a cell is chosen: said where scripts run, because only they know which is.
  const Markup hint =
      element("p", {{"class", "hint"}, {"id", "cell-hint"}, flag("hidden")}, visitor.say("WEB-CELL-HINT"));
  return hint + sheet_view(visitor, *opened.grid, marks_of(view, first == sheets.end() ? "" : first->name));
}

// What the report changed against the one before, if both have rows.
Markup changes(const Visitor& visitor, const report::Submission& submission) {
  const auto before = visitor.engine().registry().previous_accepted(submission.key);
  if (!before || submission.revision == 0) return {};
  try {
    const auto compared = app::compare_submissions(visitor.engine(), before->number, submission.number);
    const document::Document paper = app::make_comparison(visitor.engine(), compared, visitor.paper_lang());
    return details(visitor.say(Message("WEB-CHANGES-SINCE", {{"number", before->number}})),
                   element("div", {{"class", "paper"}, {"lang", std::string(lang_code(paper.lang))}},
                           Markup::made(html::body_markup(paper))));
  } catch (const Error&) {
    return {};  // another edition: nothing can be compared
  }
}

Markup notes(const Visitor& visitor, const report::ReviewCase& view) {
  TableBuilder table(visitor.say("WEB-NOTES"), {visitor.say("LIST-PLACE"), visitor.say("LIST-NOTE"),
                                                visitor.say("LIST-USER"), visitor.say("LIST-TIME")});
  app::PlaceWords places(visitor.engine());
  for (const report::ReviewNote& note : view.notes)
    table.row({visitor.say(places.of(view.submission, note.place)), note.text, note.user, note.at.dotted()});
  return table.empty() ? Markup() : table.markup();
}

Markup recommendations(const Visitor& visitor, const report::ReviewCase& view) {
  TableBuilder table(
      visitor.say("WEB-RECOMMENDATIONS"),
      {visitor.say("LIST-RECOMMENDATION"), visitor.say("STATUS-STATE"), visitor.say("STATUS-DUE"),
       visitor.say("LIST-PLACE"), visitor.say("LIST-TEXT"), visitor.say("WEB-ANSWER"), visitor.say("WEB-ACTIONS")});
  app::PlaceWords places(visitor.engine());
  const bool closes = offers(visitor, view.submission, report::Action::close);
  for (const report::Recommendation& one : view.recommendations) {
    Markup action;
    if (closes && one.state != report::Recommendation::State::closed)
      action =
          details(visitor.say("WEB-CLOSE"),
                  post_form(visitor, step_path(view.submission, "close"),
                            element("input", {{"type", "hidden"}, {"name", "recommendation"}, {"value", one.number}}) +
                                text_area({"close-" + one.number, visitor.say("WEB-OUTCOME")}, 2) +
                                button(visitor.say("WEB-CLOSE"), true)));
    table.row({one.number, visitor.say(app::recommendation_state_message(one.state)), one.due.dotted(),
               visitor.say(places.of(view.submission, one.place)), one.text, one.answer, action});
  }
  return table.empty() ? Markup() : table.markup();
}

Markup place_field(const Visitor& visitor, const std::string& name) {
  return input_field({name, visitor.say("LIST-PLACE"), visitor.say("WEB-PLACE-HINT")}, "text", "off");
}

Markup step_form(const Visitor& visitor, const report::Submission& submission, report::Action action,
                 std::string_view verb, const Markup& fields) {
  if (!offers(visitor, submission, action)) return {};
  const std::string title = title_of(visitor, action);
  return details(title, post_form(visitor, step_path(submission, verb), fields + button(title)));
}

Markup steps(const Visitor& visitor, const report::Submission& submission) {
  using report::Action;
  Markup out;
  if (offers(visitor, submission, Action::open))
    out += post_form(visitor, step_path(submission, "open"), button(title_of(visitor, Action::open)));
  out += step_form(visitor, submission, Action::note, "note",
                   place_field(visitor, "note-place") + text_area({"note-text", visitor.say("LIST-NOTE")}, 3));
  out +=
      step_form(visitor, submission, Action::recommend, "recommend",
                place_field(visitor, "recommend-place") + text_area({"recommend-text", visitor.say("LIST-TEXT")}, 3) +
                    input_field({"due", visitor.say("STATUS-DUE"), visitor.say("WEB-DATE-HINT")}, "text", "off"));
  out += step_form(visitor, submission, Action::send_back, "return",
                   text_area({"return-text", visitor.say("WEB-REASON")}, 3));
  out += step_form(visitor, submission, Action::approve, "approve",
                   text_area({"approve-text", visitor.say("WEB-REMARK-OPTIONAL")}, 2));
  return heading(2, visitor.say("WEB-STEPS")) + out;
}

Markup assessments(const Visitor& visitor, const report::ReviewCase& view) {
  std::vector<Markup> links;
  for (const std::string& id : app::checklist_ids(visitor.engine())) {
    const report::Checklist checklist = app::load_checklist(visitor.engine(), id);
    const auto begun = std::find_if(view.assessments.begin(), view.assessments.end(),
                                    [&](const auto& one) { return one.checklist == id; });
    Markup item =
        link(visitor.address(step_path(view.submission, "checklist") + "/" + id), visitor.say(checklist.title));
    if (begun != view.assessments.end())
      item += " – " + Markup(visitor.say(app::assessment_message(
                          begun->state, [&](const Message& message) { return visitor.engine().render_all(message); })));
    links.push_back(item);
  }
  return links.empty() ? Markup() : heading(2, visitor.say("WEB-CHECKLISTS")) + list(links);
}

Markup letters(const Visitor& visitor, const report::ReviewCase& view) {
  std::vector<Markup> links;
  const std::string here = visitor.address(step_path(view.submission, "letter"));
  for (const char* format : {"pdf", "docx"})
    links.push_back(
        link(here + "?to=" + format, visitor.say(Message("WEB-LETTER", {{"format", format_name(format)}}))));
  if (view.submission.state == report::State::returned)
    for (const char* format : {"pdf", "docx"})
      links.push_back(link(here + "?kind=return&to=" + format,
                           visitor.say(Message("WEB-RETURN-PACKET", {{"format", format_name(format)}}))));
  return heading(2, visitor.say("WEB-LETTERS")) + list(links);
}

}  // namespace

http::Response review_page(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  app::ReviewDesk desk(visitor.engine());
  const report::ReviewCase view = desk.show(submission->number);
  Page page{visitor.say(Message("WEB-REVIEW", {{"number", submission->number}})), {}, 200, {}, done_text(visitor)};
  page.body = head(visitor, view) + steps(visitor, view.submission) + assessments(visitor, view);
  page.body += notes(visitor, view) + recommendations(visitor, view);
  if (!view.notes.empty() || !view.recommendations.empty() || !view.assessments.empty())
    page.body += letters(visitor, view);
  page.body += changes(visitor, view.submission) + sheet(visitor, view);
  return page_response(visitor, page);
}

}  // namespace esep::web

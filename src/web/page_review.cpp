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
#include "web/return_packet_file.h"
#include "web/review_shown.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

std::string title_of(const Visitor& visitor, report::Action action) {
  return visitor.say(visitor.engine().workflow().step(action).title);
}

std::string step_path(const report::Submission& submission, std::string_view verb) {
  return "/review/" + percent_encoded(submission.number) + "/" + std::string(verb);
}

// What is shown of a review: the case, and what was wrong in the form that is shown again.
struct Shown {
  app::ReviewDesk& desk;
  report::ReviewCase view;
  std::vector<Mistake> mistakes;
};

// The visitor may take the step now.
bool offers(const Visitor& visitor, const Shown& shown, report::Action action) {
  return !shown.desk.refusal(action, shown.view.submission, visitor.actor());
}

// The request is the form of the step.
bool was_sent(const Visitor& visitor, report::Action action) {
  return visitor.request().path.ends_with("/" + std::string(report::action_name(action)));
}

// The step is offered, or its form is the one in which something is wrong.
bool shows_form(const Visitor& visitor, const Shown& shown, report::Action action) {
  return offers(visitor, shown, action) || (was_sent(visitor, action) && !shown.mistakes.empty());
}

Markup head(const Visitor& visitor, const report::ReviewCase& view) {
  const report::Submission& s = view.submission;
  const accounts::AccountNames& names = visitor.engine().account_names();
  Markup out =
      facts({{visitor.say("LIST-REPORT"), visitor.say(app::report_words(visitor.engine(), s.key))},
             {visitor.say("STATUS-STATE"), visitor.say(app::state_message(s.state))},
             {visitor.say("WEB-RECEIVED"), s.receipt.received.dotted()},
             {visitor.say("LIST-REVIEWER"), view.review ? names.of(view.review->reviewer) : "—"},
             {visitor.say("LIST-REVIEW-TERM"), view.review && view.review->due ? view.review->due->dotted() : ""}});
  if (auto approval = view.approved_earlier) {
    approval->user = names.of(approval->user);
    out += element("p", {{"class", "standing"}}, visitor.say(app::earlier_approval_message(*approval)));
  }
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

Markup sheet(const Visitor& visitor, const Shown& shown) {
  const report::ReviewCase& view = shown.view;
  const report::Receipt& receipt = view.submission.receipt;
  std::string bytes = visitor.engine().registry().file_bytes(receipt.sha256);
  if (bytes.empty()) return {};
  const app::OpenedFile opened = app::open_bytes(receipt.file_name, std::move(bytes));
  if (!opened.grid) return {};
  const auto& sheets = opened.grid->sheets();
  const auto first = std::find_if(sheets.begin(), sheets.end(), [](const auto& one) { return !one.hidden; });
  // How a cell is chosen: said where scripts run, because only they know which is.
  Markup hint;
  if (offers(visitor, shown, report::Action::note))
    hint = element("p", {{"class", "hint"}, {"id", "cell-hint"}, flag("hidden")}, visitor.say("WEB-CELL-HINT"));
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
  const accounts::AccountNames& names = visitor.engine().account_names();
  for (const report::ReviewNote& note : view.notes)
    table.row({visitor.say(places.of(view.submission, note.place)), note.text, names.of(note.user), note.at.dotted()});
  return table.empty() ? Markup() : table.markup();
}

Markup close_form(const Visitor& visitor, const Shown& shown, const report::Recommendation& one) {
  const FieldText outcome = as_typed(visitor, {"close-" + one.number, visitor.say("WEB-OUTCOME")}, shown.mistakes);
  const Markup fields = hidden_field("recommendation", one.number) + text_area(outcome, 2);
  return details(
      visitor.say("WEB-CLOSE"),
      post_form(visitor, step_path(shown.view.submission, "close"), fields + button(visitor.say("WEB-CLOSE"), true)),
      visitor.request().form.get("recommendation") == one.number);
}

Markup recommendations(const Visitor& visitor, const Shown& shown) {
  TableBuilder table(
      visitor.say("WEB-RECOMMENDATIONS"),
      {visitor.say("LIST-RECOMMENDATION"), visitor.say("STATUS-STATE"), visitor.say("STATUS-DUE"),
       visitor.say("LIST-PLACE"), visitor.say("LIST-TEXT"), visitor.say("WEB-ANSWER"), visitor.say("WEB-ACTIONS")});
  app::PlaceWords places(visitor.engine());
  const bool closes = shows_form(visitor, shown, report::Action::close);
  for (const report::Recommendation& one : shown.view.recommendations) {
    const bool open = one.state != report::Recommendation::State::closed;
    table.row({one.number, visitor.say(app::recommendation_state_message(one.state)), one.due.dotted(),
               visitor.say(places.of(shown.view.submission, one.place)), one.text, one.answer,
               closes && open ? close_form(visitor, shown, one) : Markup()});
  }
  return table.empty() ? Markup() : table.markup();
}

FieldText place_text(const Visitor& visitor, const char* name) {
  return {name, visitor.say("LIST-PLACE"), visitor.say("WEB-PLACE-HINT")};
}

Markup step_form(const Visitor& visitor, const Shown& shown, report::Action action, const Markup& fields) {
  if (!shows_form(visitor, shown, action)) return {};
  const std::string title = title_of(visitor, action);
  const std::string path = step_path(shown.view.submission, report::action_name(action));
  return details(title, post_form(visitor, path, fields + button(title)), was_sent(visitor, action));
}

// Four eyes: what the visitor has done with the report forbids a step that his role would let him take.
Markup four_eyes(const Visitor& visitor, const Shown& shown) {
  using report::Action;
  std::vector<std::string> said;
  for (const Action action : {Action::open, Action::note, Action::recommend, Action::approve}) {
    const auto refusal = shown.desk.refusal(action, shown.view.submission, visitor.actor());
    if (!refusal || !refusal->key.starts_with("FOUR-EYES-")) continue;
    const std::string words = visitor.say(*refusal);
    if (std::find(said.begin(), said.end(), words) == said.end()) said.push_back(words);
  }
  Markup out;
  for (const std::string& words : said) out += element("p", {{"class", "hint"}}, words);
  return out;
}

Markup steps(const Visitor& visitor, const Shown& shown) {
  using report::Action;
  const auto typed = [&](FieldText text) { return as_typed(visitor, std::move(text), shown.mistakes); };
  const auto place = [&](const char* name) { return input_field(typed(place_text(visitor, name)), "text", "off"); };
  Markup out = four_eyes(visitor, shown);
  if (offers(visitor, shown, Action::open))
    out += post_form(visitor, step_path(shown.view.submission, "open"), button(title_of(visitor, Action::open)));
  out += step_form(visitor, shown, Action::note,
                   place("note-place") + text_area(typed({"note-text", visitor.say("LIST-NOTE")}), 3));
  out += step_form(
      visitor, shown, Action::recommend,
      place("recommend-place") + text_area(typed({"recommend-text", visitor.say("LIST-TEXT")}), 3) +
          input_field(typed({"due", visitor.say("STATUS-DUE"), visitor.say("WEB-DATE-HINT")}), "text", "off"));
  out += step_form(visitor, shown, Action::send_back, text_area(typed({"return-text", visitor.say("WEB-REASON")}), 3));
  out += step_form(visitor, shown, Action::approve,
                   text_area(typed({"approve-text", visitor.say("WEB-REMARK-OPTIONAL")}), 2));
  return out.empty() ? Markup() : heading(2, visitor.say("WEB-STEPS")) + out;
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
  if (!view.recommendations.empty() || !view.assessments.empty())
    for (const char* format : {"pdf", "docx"})
      links.push_back(
          link(here + "?to=" + format, visitor.say(Message("WEB-LETTER", {{"format", format_name(format)}}))));
  if (view.submission.state == report::State::returned)
    for (Markup& one : return_packet_links(visitor, here + "?kind=return")) links.push_back(std::move(one));
  return links.empty() ? Markup() : heading(2, visitor.say("WEB-LETTERS")) + list(links);
}

}  // namespace

http::Response review_shown(const Visitor& visitor, const report::Submission& submission,
                            const std::vector<Mistake>& mistakes, int status) {
  app::ReviewDesk desk(visitor.engine());
  const Shown shown{desk, desk.show(submission.number), mistakes};
  Page page{
      visitor.say(Message("WEB-REVIEW", {{"number", submission.number}})), {}, status, mistakes, done_text(visitor)};
  page.body = head(visitor, shown.view) + steps(visitor, shown) + assessments(visitor, shown.view);
  page.body += notes(visitor, shown.view) + recommendations(visitor, shown) + letters(visitor, shown.view);
  page.body += changes(visitor, shown.view.submission) + sheet(visitor, shown);
  return page_response(visitor, page);
}

http::Response review_page(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  return submission ? review_shown(visitor, *submission, {}, 200) : refusal(visitor, 404);
}

}  // namespace esep::web

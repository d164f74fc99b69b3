// SPDX-License-Identifier: MIT
#include "app/paper/output.h"
#include "app/review/checklists.h"
#include "app/review/desk.h"
#include "app/review/recommendation_letter.h"
#include "app/review/review_text.h"
#include "base/percent_encoded.h"
#include "base/text.h"
#include "report/cell_reference.h"
#include "report/read/parse_date.h"
#include "web/findings_view.h"
#include "web/issued_paper.h"
#include "web/pages.h"
#include "web/report_of.h"
#include "web/return_packet_file.h"
#include "web/review_shown.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

// "C14" is a cell, "UR-12" an item of a checklist, nothing the whole report.
report::Place place_of(const std::string& typed) {
  report::Place out;
  const std::string text = ascii_upper(trim(typed));
  if (report::parse_reference(text)) {
    out.cell = text;
  } else {
    out.item = text;
  }
  return out;
}

using Deed = std::function<void(app::ReviewDesk&)>;

// The field in which something is wrong; empty: none.
std::string field_of(const std::string& verb, const std::string& recommendation, const std::string& key) {
  if (key == "WEB-DATE-NEEDED" || key == "RECOMMENDATION-DUE") return "due";
  if (key.starts_with("PLACE-")) return verb + "-place";
  if (key.starts_with("REVIEW-TEXT-") || key == "REVIEW-NO-REASON" || key == "CELL-CHARACTER")
    return verb == "close" ? "close-" + recommendation : verb + "-text";
  return "";
}

// The page again, as it was typed.
http::Response not_taken(const Visitor& visitor, const report::Submission& submission, const std::string& verb,
                         const Error& error) {
  const std::string field = field_of(verb, visitor.request().form.get("recommendation"), error.message().key);
  return review_shown(visitor, submission, {mistake_of(visitor, error, field)}, status_of(error));
}

// A step of this submission that is being taken.
struct Step {
  const report::Submission& submission;
  const std::string& verb;
};

// Takes a step; the page of the review says what was done, or why it could not be.
http::Response step(const Visitor& visitor, const Step& step, const char* done, const Deed& deed) {
  try {
    app::ReviewDesk desk(visitor.engine());
    deed(desk);
  } catch (const Error& error) {
    return not_taken(visitor, step.submission, step.verb, error);
  }
  return go_to_done(visitor, "/review/" + step.submission.number, done);
}

std::optional<std::string> optional_text(const http::Fields& form, const char* name) {
  const std::string text = trim(form.get(name));
  return text.empty() ? std::nullopt : std::optional(text);
}

http::Response take(const Visitor& visitor, const report::Submission& submission, const std::string& verb) {
  const http::Fields& form = visitor.request().form;
  const std::string& number = submission.number;
  const Step taken{submission, verb};
  const registry::Actor actor = visitor.actor();
  if (verb == "open")
    return step(visitor, taken, "WEB-DONE-OPENED", [&](auto& desk) { desk.open(number, std::nullopt, actor); });
  if (verb == "note")
    return step(visitor, taken, "WEB-DONE-NOTED",
                [&](auto& desk) { desk.note(number, place_of(form.get("note-place")), form.get("note-text"), actor); });
  if (verb == "return")
    return step(visitor, taken, "WEB-DONE-RETURNED",
                [&](auto& desk) { desk.send_back(number, optional_text(form, "return-text"), actor); });
  if (verb == "approve")
    return step(visitor, taken, "WEB-DONE-APPROVED",
                [&](auto& desk) { desk.approve(number, optional_text(form, "approve-text"), actor); });
  if (verb == "recommend") {
    const auto due = report::parse_typed_day(form.get("due"));
    if (!due) return not_taken(visitor, submission, verb, Error("WEB-DATE-NEEDED"));
    return step(visitor, taken, "WEB-DONE-RECOMMENDED", [&](auto& desk) {
      desk.recommend(number, place_of(form.get("recommend-place")), form.get("recommend-text"), *due, actor);
    });
  }
  const std::string recommendation = form.get("recommendation");
  if (!has_recommendation(visitor, submission, recommendation)) return refusal(visitor, 404);
  if (verb == "close")
    return step(visitor, taken, "WEB-DONE-CLOSED",
                [&](auto& desk) { desk.close(recommendation, form.get("close-" + recommendation), actor); });
  return refusal(visitor, 404);
}

Choices conformities(const Visitor& visitor, const report::ChecklistItem& item) {
  Choices out = {{"", "—"}};
  for (const std::string& name : report::conformity_names()) {
    const auto conformity = report::conformity_from(name);
    if (report::may_answer(item, *conformity))
      out.emplace_back(name, visitor.say(app::conformity_message(*conformity)));
  }
  return out;
}

http::Response checklist_shown(const Visitor& visitor, const report::Submission& submission,
                               const report::Checklist& checklist, const std::vector<Mistake>& mistakes, int status) {
  app::ReviewDesk desk(visitor.engine());
  const auto known = desk.answers(submission.number, checklist.id);
  Page page{visitor.say(checklist.title), paragraph(visitor.say(checklist.law)), status, mistakes};
  Markup fields;
  for (const report::ChecklistItem& item : checklist.items) {
    const auto said = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.item == item.id; });
    const std::string answer = said == known.end() ? "" : std::string(report::conformity_name(said->conformity));
    const std::string comment = said == known.end() ? "" : said->comment;
    Markup question = element("legend", item.id + ". " + visitor.say(item.question));
    if (!item.reference.empty()) question += element("p", {{"class", "hint"}}, visitor.say(item.reference));
    question += select_field(as_typed(visitor, {"a-" + item.id, visitor.say("LIST-ANSWER"), "", answer}, mistakes),
                             conformities(visitor, item));
    question += text_area(as_typed(visitor, {"c-" + item.id, visitor.say("LIST-COMMENT"), "", comment}, mistakes), 2);
    fields += element("fieldset", {{"class", "field"}}, question);
  }
  page.body += post_form(visitor, "/review/" + percent_encoded(submission.number) + "/checklist/" + checklist.id,
                         fields + button(visitor.say("WEB-SAVE")));
  return page_response(visitor, page);
}

// Of the form: an item without an answer stays open.
app::Questionnaire said_in_form(const http::Fields& form, const report::Checklist& checklist) {
  app::Questionnaire out;
  out.file = checklist.id;
  for (const report::ChecklistItem& item : checklist.items) {
    const auto conformity = report::conformity_from(form.get("a-" + item.id));
    if (conformity) out.answers.push_back({item.id, *conformity, trim(form.get("c-" + item.id)), {}, ""});
  }
  return out;
}

std::optional<report::Checklist> checklist_of(const Visitor& visitor, const PathValues& values) {
  const auto ids = app::checklist_ids(visitor.engine());
  if (std::find(ids.begin(), ids.end(), values.at("checklist")) == ids.end()) return std::nullopt;
  return app::load_checklist(visitor.engine(), values.at("checklist"));
}

}  // namespace

http::Response take_step(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  return submission ? take(visitor, *submission, values.at("verb")) : refusal(visitor, 404);
}

http::Response checklist_page(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  const auto checklist = checklist_of(visitor, values);
  if (!submission || !checklist) return refusal(visitor, 404);
  return checklist_shown(visitor, *submission, *checklist, {}, 200);
}

http::Response answer_checklist(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  const auto checklist = checklist_of(visitor, values);
  if (!submission || !checklist) return refusal(visitor, 404);
  const app::Questionnaire said = said_in_form(visitor.request().form, *checklist);
  report::Findings findings;
  try {
    app::ReviewDesk desk(visitor.engine());
    findings = desk.assess(submission->number, *checklist, said, visitor.actor());
  } catch (const Error& error) {
    return checklist_shown(visitor, *submission, *checklist, {mistake_of(visitor, error)}, status_of(error));
  }
  if (report::has_errors(findings)) {
    std::vector<Mistake> mistakes;
    for (const report::Finding& one : findings) mistakes.push_back({"", visitor.say(one.message)});
    return checklist_shown(visitor, *submission, *checklist, mistakes, 422);
  }
  return go_to_done(visitor, "/review/" + submission->number, "WEB-DONE-ASSESSED");
}

http::Response review_letter(const Visitor& visitor, const PathValues& values) {
  const auto submission = report_of(visitor, values);
  if (!submission) return refusal(visitor, 404);
  const http::Fields& query = visitor.request().query;
  const auto format = app::require_format(query.get("to"));
  if (query.get("kind") == "return") return return_packet_file(visitor, *submission, format);
  const document::Document letter =
      app::make_recommendation_letter(visitor.engine(), *submission, visitor.paper_lang());
  return issued_paper(visitor, letter, {registry::PaperKind::recommendations, "", submission->id}, format,
                      "letter_" + submission->number);
}

}  // namespace esep::web

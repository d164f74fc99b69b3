// SPDX-License-Identifier: MIT
#include "app/review/recommendation_letter.h"

#include <algorithm>

#include "app/core/rights.h"
#include "app/review/checklists.h"
#include "app/review/letter_parts.h"
#include "app/review/review_text.h"
#include "base/error.h"
#include "registry/review_records.h"

namespace esep::app {
namespace {

document::Emphasis emphasis_of(report::Conformity conformity) {
  switch (conformity) {
    case report::Conformity::conforms:
      return document::Emphasis::good;
    case report::Conformity::partly:
      return document::Emphasis::warning;
    case report::Conformity::does_not:
      return document::Emphasis::bad;
    case report::Conformity::not_applicable:
      break;
  }
  return document::Emphasis::muted;
}

std::string document_line(const document::Say& say, const report::AssessedDocument& one) {
  const bool normative = one.kind == "normative_technical";
  return say(Message(normative ? "LETTER-DOCUMENT-NORMATIVE" : "LETTER-DOCUMENT-PROJECT",
                     {{"name", one.name}, {"date", one.date ? one.date->dotted() : "—"}}));
}

document::LetterAnswer line_of(const document::Say& say, const report::ChecklistItem& item,
                               const report::Answer* answer, Lang lang) {
  document::LetterAnswer out;
  out.item = item.official_number.empty() ? item.id : item.official_number;
  out.question = item.question.in(lang);
  out.reference = item.reference.in(lang);
  out.answer = say(answer == nullptr ? Message("LETTER-NOT-ASSESSED") : conformity_message(answer->conformity));
  if (answer != nullptr) out.comment = answer->comment;
  out.emphasis = answer == nullptr ? document::Emphasis::warning : emphasis_of(answer->conformity);
  return out;
}

// «Оценено пунктов: 27 из 27. Общий вывод: соответствует частично. …»
std::string outcome_of(const document::Say& say, const report::AssessmentState& state) {
  std::string out = say(Message(
      "LETTER-ASSESSED", {{"answered", std::to_string(state.answered)}, {"items", std::to_string(state.items)}}));
  if (state.conclusion) {
    out += ' ' + say(Message("LETTER-CONCLUSION", {{"answer", say(conformity_message(state.conclusion->conformity))}}));
    if (!state.conclusion->comment.empty()) out += ' ' + state.conclusion->comment;
  } else if (!state.complete()) {
    out += ' ' + say("LETTER-NO-CONCLUSION");
  }
  return out;
}

document::LetterAnnex annex_of(const document::Say& say, const report::Checklist& checklist,
                               const std::vector<report::Answer>& answers, Lang lang) {
  document::LetterAnnex out{checklist.title.in(lang), checklist.law.in(lang), checklist.note.in(lang), "", {}, {}};
  out.outcome = outcome_of(say, report::assessment_state(checklist, answers));
  for (const auto& item : checklist.items) {
    const auto at = std::find_if(answers.begin(), answers.end(), [&](const auto& one) { return one.item == item.id; });
    if (!item.conclusion) out.answers.push_back(line_of(say, item, at == answers.end() ? nullptr : &*at, lang));
  }
  for (const auto& answer : answers) {
    // The office took the item off its checklist after it was answered.
    if (checklist.item(answer.item) == nullptr)
      out.answers.push_back(line_of(say, {answer.item, "", "", {}, {}, false}, &answer, lang));
    for (const auto& one : answer.documents) {
      std::string text = document_line(say, one);
      if (std::find(out.documents.begin(), out.documents.end(), text) == out.documents.end())
        out.documents.push_back(std::move(text));
    }
  }
  return out;
}

// The step that the letter is the letter of: the last by which the reviewers said something.
int64_t deed_of(Engine& engine, const report::Submission& submission) {
  using report::Action;
  return last_deed(engine, submission, {Action::assess, Action::recommend, Action::send_back, Action::approve});
}

bool is_assessed(Engine& engine, const std::string& form) {
  const auto workflow = load_workflow(engine);
  const auto* examination = workflow.examination(form);
  return examination != nullptr && !examination->checklist.empty();
}

}  // namespace

document::Document make_recommendation_letter(Engine& engine, const report::Submission& submission, Lang lang) {
  const registry::ReviewRecords records(engine.registry());
  const LetterMoment moment = letter_moment(engine, submission, deed_of(engine, submission));
  const auto checklists = records.checklists(submission.id);
  if (moment.recommendations.empty() && checklists.empty())
    throw Error(Message("LETTER-NOTHING", {{"number", submission.number}}));
  const auto& form = engine.form_of(submission);
  document::LetterRequest request = letter_on(engine, submission, lang, moment);
  add_recommendations(engine, submission, moment.recommendations, request);
  for (const std::string& id : checklists) {
    request.annexes.push_back(
        annex_of(request.say, load_checklist(engine, id), records.answers(submission.id, id), lang));
  }
  const std::string requirements = add_basis(engine, form, request);
  if (!request.annexes.empty()) request.paragraphs.push_back(requirements);
  for (const auto& annex : request.annexes) request.paragraphs.push_back(annex.outcome);
  if (checklists.empty() && is_assessed(engine, form.id))
    request.paragraphs.push_back(request.say("LETTER-UNASSESSED"));
  seal_letter(submission, registry::PaperKind::recommendations, request);
  return document::recommendation_letter(request);
}

}  // namespace esep::app

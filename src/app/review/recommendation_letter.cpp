// SPDX-License-Identifier: MIT
#include "app/review/recommendation_letter.h"

#include <algorithm>

#include "app/core/rights.h"
#include "app/core/standing_words.h"
#include "app/review/checklists.h"
#include "app/review/letter_parts.h"
#include "app/review/review_text.h"
#include "base/error.h"
#include "registry/review_records.h"

namespace esep::app {
namespace {

// The letter is not older than what it tells.
calendar::Date letter_date(Engine& engine, const registry::ReviewRecords& records, const report::Submission& submission,
                           const std::vector<report::Recommendation>& recommendations) {
  calendar::Date out = submission.receipt.received.date;
  if (const auto review = records.review(submission.id)) out = std::max(out, review->opened_at.date);
  if (const auto concluded = records.concluded(submission.id)) out = std::max(out, concluded->date);
  for (const auto& one : recommendations) {
    out = std::max(out, one.at.date);
    if (one.closed_at) out = std::max(out, one.closed_at->date);
  }
  if (const auto withdrawal = withdrawal_of(engine, submission)) out = std::max(out, withdrawal->on);
  return out;
}

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

// A letter on a report that was withdrawn since says so, with the day.
void tell_withdrawn(Engine& engine, const report::Submission& submission, document::LetterRequest& request) {
  const auto withdrawal = withdrawal_of(engine, submission);
  if (!withdrawal) return;
  request.paragraphs.push_back(request.say(withdrawal_message(*withdrawal)));
}

bool is_assessed(Engine& engine, const std::string& form) {
  const auto workflow = load_workflow(engine);
  const auto* examination = workflow.examination(form);
  return examination != nullptr && !examination->checklist.empty();
}

}  // namespace

document::Document make_recommendation_letter(Engine& engine, const report::Submission& submission, Lang lang) {
  const registry::ReviewRecords records(engine.registry());
  const auto recommendations = records.recommendations(submission.id);
  const auto checklists = records.checklists(submission.id);
  if (recommendations.empty() && checklists.empty())
    throw Error(Message("LETTER-NOTHING", {{"number", submission.number}}));
  const auto& form = engine.form_of(submission);
  document::LetterRequest request =
      letter_on(engine, submission, lang, letter_date(engine, records, submission, recommendations));
  tell_withdrawn(engine, submission, request);
  add_recommendations(engine, submission, recommendations, request);
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

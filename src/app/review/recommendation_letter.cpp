// SPDX-License-Identifier: MIT
#include "app/review/recommendation_letter.h"

#include <algorithm>

#include "app/core/data_file.h"
#include "app/core/law_words.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/core/rights.h"
#include "app/review/checklists.h"
#include "app/review/review_text.h"
#include "base/error.h"
#include "base/hash.h"
#include "document/build/recommendation_letter.h"
#include "registry/review_records.h"

namespace esep::app {
namespace {

constexpr const char* kTextsFile = "data/letters/recommendations.toml";

/// LetterTexts of the letter on one form from one day on.
struct LetterTexts {
  std::string form;
  calendar::Date from;
  LocalText sender;
  LocalText basis;
  LocalText requirements;
};

std::vector<LetterTexts> read_texts(const Engine& engine) {
  std::vector<LetterTexts> out;
  read_data_file(engine, kTextsFile, [&out](datafile::TableReader& root) {
    for (auto& table : root.tables("letter")) {
      LetterTexts texts;
      texts.form = table.required_string("form");
      texts.from = in_use_from(table);
      texts.sender = table.required_text("sender");
      texts.basis = table.required_text("basis");
      texts.requirements = table.required_text("requirements");
      table.finish();
      out.push_back(std::move(texts));
    }
  });
  return out;
}

// The last entry of the form that has begun.
std::optional<LetterTexts> texts_on(const std::vector<LetterTexts>& all, const std::string& form, calendar::Date day) {
  std::optional<LetterTexts> out;
  for (const LetterTexts& texts : all) {
    if (texts.form == form && texts.from <= day && (!out || out->from <= texts.from)) out = texts;
  }
  return out;
}

calendar::Date letter_date(const registry::ReviewRecords& records, const report::Submission& submission,
                           const std::vector<report::Recommendation>& recommendations) {
  calendar::Date out = submission.receipt.received.date;
  if (const auto review = records.review(submission.id)) out = std::max(out, review->opened_at.date);
  if (const auto concluded = records.concluded(submission.id)) out = std::max(out, concluded->date);
  for (const auto& one : recommendations) out = std::max(out, one.at.date);
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

void add_paragraphs(Engine& engine, const form::FormDefinition& form, Lang lang, document::LetterRequest& request) {
  const auto all = read_texts(engine);
  const auto texts = texts_on(all, form.id, request.dated);
  const Message::Args args{
      {"period", request.report.period}, {"report", request.report.title}, {"organisation", request.addressee}};
  if (texts) {
    const auto words = [&](const LocalText& text) { return in_words_of_law(engine, text, request.dated).in(lang); };
    request.sender = words(texts->sender);
    request.paragraphs.push_back(interpolate(words(texts->basis), args, lang));
    if (!request.annexes.empty()) request.paragraphs.push_back(interpolate(words(texts->requirements), args, lang));
    return;
  }
  request.sender = request.say("LETTER-SENDER");
  request.paragraphs.push_back(request.say(
      Message("LETTER-BASIS",
              {{"law", form.law.act.in(lang)}, {"report", request.report.title}, {"period", request.report.period}})));
  if (!request.annexes.empty()) request.paragraphs.push_back(request.say("LETTER-REQUIREMENTS"));
}

// A letter may change while the report stays the same, so its code depends on its whole text.
std::string content_digest(const document::LetterRequest& request) {
  Sha256 hash;
  const auto put = [&hash](const std::string& text) { hash.update(std::to_string(text.size()) + ":" + text); };
  put(request.dated.iso());
  for (const auto& text : request.paragraphs) put(text);
  for (const auto& one : request.recommendations) {
    for (const auto& text : {one.number, one.place, one.text, one.due.iso()}) put(text);
  }
  for (const auto& annex : request.annexes) {
    for (const auto& text : annex.documents) put(text);
    for (const auto& one : annex.answers) {
      for (const auto& text : {one.item, one.answer, one.comment}) put(text);
    }
  }
  return hash.finish_hex();
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
  document::LetterRequest request;
  request.lang = lang;
  request.say = say_in(engine, lang);
  request.addressee = organisation_title(engine, submission.key.organisation).in(lang);
  request.report.title = form.wording.title.text.in(lang);
  if (const auto period = calendar::Period::parse(submission.key.period)) request.report.period = period->name(lang);
  request.report.subject = submission.key.subject;
  request.report.number = request.say(
      Message("LETTER-REVISION", {{"number", submission.number}, {"revision", std::to_string(submission.revision)}}));
  request.report.received = submission.receipt.received;
  request.dated = letter_date(records, submission, recommendations);
  for (const auto& one : recommendations) {
    request.recommendations.push_back({one.number, request.say(place_message(one.place)), one.text, one.due});
  }
  for (const std::string& id : checklists) {
    request.annexes.push_back(
        annex_of(request.say, load_checklist(engine, id), records.answers(submission.id, id), lang));
  }
  add_paragraphs(engine, form, lang, request);
  for (const auto& annex : request.annexes) request.paragraphs.push_back(annex.outcome);
  if (checklists.empty() && is_assessed(engine, form.id))
    request.paragraphs.push_back(request.say("LETTER-UNASSESSED"));
  request.signers.emplace_back(request.say("LETTER-SIGNER"), "");
  const auto review = records.review(submission.id);
  if (review) request.signers.emplace_back(request.say("LETTER-EXECUTOR"), review->reviewer);
  request.code = paper_code(submission, registry::PaperKind::recommendations, lang, content_digest(request));
  request.footer = request.say(code_message(submission, request.code));
  return document::recommendation_letter(request);
}

}  // namespace esep::app

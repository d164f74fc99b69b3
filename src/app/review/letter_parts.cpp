// SPDX-License-Identifier: MIT
#include "app/review/letter_parts.h"

#include "app/core/data_file.h"
#include "app/core/law_words.h"
#include "app/core/names.h"
#include "app/core/paper_code.h"
#include "app/review/place_words.h"

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

std::string content_digest(const document::LetterRequest& request) {
  PaperContent out;
  const document::LetterReport& report = request.report;
  for (const auto& text : {request.dated.iso(), request.sender, request.addressee, report.title, report.period,
                           report.subject, report.number, report.received.iso()})
    out.add(text);
  for (const auto& text : request.paragraphs) out.add(text);
  if (!request.since.empty()) out.add(request.since);
  for (const auto& one : request.notes) out.add(one.place).add(one.text);
  for (const auto& one : request.recommendations) {
    out.add(one.number).add(one.place).add(one.text).add(one.due.iso());
    if (!one.closed.empty()) out.add(one.closed);
  }
  for (const auto& annex : request.annexes) {
    for (const auto& text : {annex.title, annex.law, annex.note, annex.outcome}) out.add(text);
    for (const auto& text : annex.documents) out.add(text);
    for (const auto& one : annex.answers)
      out.add(one.item).add(one.question).add(one.reference).add(one.answer).add(one.comment);
  }
  return out.add(request.signers).sha256();
}

// Empty: it is open, or was answered.
std::string closed_words(const document::LetterRequest& request, const report::Recommendation& one) {
  if (one.state != report::Recommendation::State::closed) return {};
  return request.say(Message("LETTER-CLOSED", {{"date", one.closed_at ? one.closed_at->date.dotted() : "—"},
                                               {"outcome", one.outcome.empty() ? "—" : one.outcome}}));
}

}  // namespace

document::LetterRequest letter_on(Engine& engine, const report::Submission& submission, Lang lang,
                                  const LetterMoment& moment) {
  document::LetterRequest out;
  out.lang = lang;
  out.say = say_in(engine, lang);
  out.dated = moment.on;
  out.since = since_line(moment, out.say);
  out.addressee = organisation_title(engine, submission.key.organisation).in(lang);
  const form::FormDefinition& form = engine.form_of(submission);
  out.report.title = form.wording.title.text.in(lang);
  if (const auto period = calendar::Period::parse(submission.key.period)) out.report.period = period->name(lang);
  out.report.subject = subject_with_key(engine, form, submission.key.subject, lang);
  out.report.number = out.say(
      Message("LETTER-REVISION", {{"number", submission.number}, {"revision", std::to_string(submission.revision)}}));
  out.report.received = submission.receipt.received;
  out.signers.emplace_back(out.say("LETTER-SIGNER"), "");
  if (!moment.reviewer.empty())
    out.signers.emplace_back(out.say("LETTER-EXECUTOR"), engine.account_names().of(moment.reviewer));
  return out;
}

std::string add_basis(Engine& engine, const form::FormDefinition& form, document::LetterRequest& request) {
  const Lang lang = request.lang;
  const auto texts = texts_on(read_texts(engine), form.id, request.dated);
  if (!texts) {
    request.sender = request.say("LETTER-SENDER");
    request.paragraphs.push_back(request.say(Message(
        "LETTER-BASIS",
        {{"law", form.law.act.in(lang)}, {"report", request.report.title}, {"period", request.report.period}})));
    return request.say("LETTER-REQUIREMENTS");
  }
  const Message::Args args{
      {"period", request.report.period}, {"report", request.report.title}, {"organisation", request.addressee}};
  const auto words = [&](const LocalText& text) { return engine.law_words().on(text, request.dated).in(lang); };
  request.sender = words(texts->sender);
  request.paragraphs.push_back(interpolate(words(texts->basis), args, lang));
  return interpolate(words(texts->requirements), args, lang);
}

void add_recommendations(Engine& engine, const report::Submission& submission,
                         const std::vector<report::Recommendation>& recommendations, document::LetterRequest& request) {
  PlaceWords places(engine);
  for (const auto& one : recommendations) {
    request.recommendations.push_back(
        {one.number, request.say(places.of(submission, one.place)), one.text, one.due, closed_words(request, one)});
  }
}

void seal_letter(const report::Submission& submission, registry::PaperKind kind, document::LetterRequest& request) {
  request.code = paper_code(submission, kind, request.lang, content_digest(request));
  request.footer = request.say(code_message(submission, request.code));
}

}  // namespace esep::app

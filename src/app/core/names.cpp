// SPDX-License-Identifier: MIT
#include "app/core/names.h"

#include <algorithm>

#include "app/core/law_words.h"
#include "app/core/message_key.h"

namespace esep::app {

document::Say say_in(Engine& engine, Lang lang) {
  return [&engine, lang](const Message& message) { return engine.messages().render(message, lang); };
}

LocalText row_title(Engine& engine, const form::RegisterDefinition& of, const std::string& key) {
  const auto* row = engine.row(of.id, key);
  return row == nullptr ? LocalText{key, key, key} : report::row_title(of, *row);
}

LocalText organisation_title(Engine& engine, const std::string& code) {
  return row_title(engine, engine.catalog().organisations(), code);
}

LocalText subject_title(Engine& engine, const form::FormDefinition& form, const std::string& subject) {
  if (form.subject.empty()) return {subject, subject, subject};
  return row_title(engine, engine.catalog().register_by_id(form.subject), subject);
}

std::string subject_with_key(Engine& engine, const form::FormDefinition& form, const std::string& subject, Lang lang) {
  const std::string title = subject_title(engine, form, subject).in(lang);
  return title.empty() || title == subject ? subject : subject + " – " + title;
}

namespace {

std::string with_occurrence(const std::string& title, const report::ReportKey& key) {
  if (key.occurrence <= 1) return title;
  return title + (title.empty() ? "№ " : ", № ") + std::to_string(key.occurrence);
}

}  // namespace

std::string duty_title(const report::Duty& duty, Lang lang) {
  return with_occurrence(duty.obligation->title.in(lang), duty.key);
}

std::string stage_title(const form::FormDefinition& form, const report::ReportKey& key, Lang lang) {
  if (key.stage.empty()) return with_occurrence("", key);
  const auto& all = form.obligations;
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.stage == key.stage; });
  return with_occurrence(at == all.end() ? key.stage : at->title.in(lang), key);
}

LocalText recipient_of(Engine& engine, const report::Duty& duty, calendar::Date day) {
  return duty.roadmap == nullptr ? engine.law_words().on(duty.obligation->recipient.name, day)
                                 : organisation_title(engine, duty.roadmap->reports.coordinator);
}

LocalText act_of(Engine& engine, const form::FormDefinition& form, const report::ReportKey& key) {
  const auto period = calendar::Period::parse(key.period);
  for (const auto& roadmap : engine.catalog().roadmaps()) {
    const bool own = roadmap.reports.form == form.id && period && roadmap.from <= period->last_day() &&
                     roadmap.to >= period->first_day();
    if (own && roadmap.law.kk != form.law.act.kk) return roadmap.law;
  }
  return {};
}

Message state_message(report::State state) { return {message_key("STATE-", report::state_name(state)), {}}; }

Message code_message(const report::Submission& submission, const std::string& code) {
  if (submission.revision == 0) return {"PAPER-CODE-REJECTED", {{"code", code}, {"number", submission.number}}};
  return {"PAPER-CODE",
          {{"code", code}, {"number", submission.number}, {"revision", std::to_string(submission.revision)}}};
}

}  // namespace esep::app

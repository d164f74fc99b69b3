// SPDX-License-Identifier: MIT
#include "app/core/completion_day.h"

namespace esep::app {

const form::Field* completion_field(const form::FormDefinition& form, const std::string& obligation) {
  for (const auto& one : form.obligations) {
    if (one.id == obligation) return one.done_on.empty() ? nullptr : form.field(one.done_on);
  }
  return nullptr;
}

const form::Field* completion_field(Engine& engine, const report::Submission& submission) {
  return completion_field(engine.form_of(submission), submission.deadline.obligation);
}

const form::Field* completion_field(Engine& engine, const form::Obligation& obligation) {
  if (obligation.done_on.empty()) return nullptr;
  const form::Field* out = nullptr;
  for (const form::FormDefinition* one : engine.catalog().editions(obligation.form)) {
    const form::Field* field = one->field(obligation.done_on);
    if (field != nullptr) out = field;
  }
  return out;
}

std::optional<calendar::Date> completion_day(const form::Obligation& obligation,
                                             const std::map<std::string, form::Value>& heading) {
  const auto at = heading.find(obligation.done_on);
  const auto* day = at == heading.end() ? nullptr : std::get_if<calendar::Date>(&at->second);
  return day == nullptr ? std::nullopt : std::optional(*day);
}

std::optional<calendar::Date> completion_day(Engine& engine, const report::Submission& submission) {
  const form::Field* field = completion_field(engine, submission);
  if (field == nullptr) return std::nullopt;
  const auto fields = engine.registry().fields(submission.id);
  const auto at = fields.find(field->id);
  return at == fields.end() ? std::nullopt : calendar::Date::parse_iso(at->second);
}

std::optional<calendar::Date> CompletionDays::of(const report::Submission& submission) {
  const form::Field* field = completion_field(engine_, submission);
  if (field == nullptr) return std::nullopt;
  const std::string& form = submission.key.form;
  auto [at, fresh] = values_.try_emplace({form, field->id});
  if (fresh) at->second = engine_.registry().field_values(form, field->id);
  const auto value = at->second.find(submission.id);
  return value == at->second.end() ? std::nullopt : calendar::Date::parse_iso(value->second);
}

}  // namespace esep::app

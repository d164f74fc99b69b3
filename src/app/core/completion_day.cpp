// SPDX-License-Identifier: MIT
#include "app/core/completion_day.h"

namespace esep::app {

const form::Field* done_field(Engine& engine, const form::Obligation& obligation, const std::string& edition) {
  if (obligation.done_on.empty()) return nullptr;
  const form::Field* out = nullptr;
  for (const form::FormDefinition* one : engine.catalog().editions(obligation.form)) {
    const form::Field* field = one->field(obligation.done_on);
    if (field != nullptr && (edition.empty() || one->edition == edition)) out = field;
  }
  return out;
}

const form::Field* done_field(Engine& engine, const report::Submission& submission) {
  for (const auto& obligation :
       engine.catalog().edition(submission.key.form, submission.contents.edition).obligations) {
    if (obligation.id == submission.deadline.obligation)
      return done_field(engine, obligation, submission.contents.edition);
  }
  return nullptr;
}

std::optional<calendar::Date> done_on(Engine& engine, const report::Submission& submission) {
  const form::Field* field = done_field(engine, submission);
  if (field == nullptr) return std::nullopt;
  const auto fields = engine.registry().fields(submission.id);
  const auto at = fields.find(field->id);
  return at == fields.end() ? std::nullopt : calendar::Date::parse_iso(at->second);
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/core/rules_of.h"

#include "datafile/data_invalid.h"

namespace esep::app {

table::RuleRunner rules_of(Engine& engine, const form::FormDefinition& form) {
  Diagnostics diagnostics;
  const form::RegisterDefinition* subject =
      form.subject.empty() ? nullptr : &engine.catalog().register_by_id(form.subject);
  table::RuleRunner out(form, subject, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app

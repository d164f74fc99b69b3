// SPDX-License-Identifier: MIT
#include "app/core/taken_codes.h"

#include <set>

#include "datafile/data_invalid.h"
#include "form/check/file_problems.h"

namespace esep::app {

void report_taken_codes(const datafile::MessageCatalogue& messages, const form::FormDefinition& form,
                        Diagnostics& out) {
  std::set<std::string> seen;
  for (const form::Rule& rule : form.rules) {
    const bool own = !rule.key || rule.code != standard_code(rule.key->kind);
    if (!own || messages.find(rule.code) == nullptr || !seen.insert(rule.code).second) continue;
    out.push_back(form::problem_at(form.file, place_of(form, rule, "code"), {"LINT-CODE", {{"code", rule.code}}}));
  }
}

void report_taken_codes(const datafile::MessageCatalogue& messages, const form::RegisterDefinition& definition,
                        const form::FormFile& file, Diagnostics& out) {
  for (const form::RegisterCheck& check : definition.checks) {
    if (messages.find(check.code) == nullptr) continue;
    out.push_back(form::problem_at(file, {"check", check.code, "code"}, {"LINT-CODE", {{"code", check.code}}}));
  }
}

void refuse_taken_codes(const datafile::Library& library, const datafile::MessageCatalogue& messages,
                        const form::FormCatalog& catalog) {
  Diagnostics out;
  for (const std::string& id : catalog.form_ids()) {
    for (const auto* form : catalog.editions(id)) {
      if (library.find("forms/" + form->id + "." + form->edition + ".toml")) report_taken_codes(messages, *form, out);
    }
  }
  for (const form::RegisterDefinition& one : catalog.registers()) {
    const auto file = library.find("data/registers/" + one.id + ".toml");
    if (file) report_taken_codes(messages, one, {file->origin, file->text}, out);
  }
  if (has_errors(out)) throw datafile::DataInvalid(std::move(out));
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/paper/name_rows.h"

namespace esep::app {
namespace {

using form::RegisterDefinition;
using form::RegisterRole;

// Whether the texts and days that register and form share are the same.
bool is_row_of(const RegisterDefinition& definition, const report::RegisterRow& source,
               const form::FormDefinition& form, const std::vector<form::Value>& row) {
  bool shared = false;
  for (const auto& column : definition.columns) {
    const int at = form.column_index(column.id);
    const bool compared = column.type == form::ColumnType::text || column.type == form::ColumnType::date;
    if (at < 0 || !compared) continue;
    const auto value = source.values.find(column.id);
    const std::string text = value == source.values.end() ? "" : form::canonical_text(value->second);
    if (text != form::canonical_text(row[static_cast<size_t>(at)])) return false;
    shared = true;
  }
  return shared;
}

// The key of the only row of a register that fits; empty: none, or several.
std::string source_of(Engine& engine, const form::FormDefinition& form, const std::string& subject,
                      const std::vector<form::Value>& row) {
  std::string found;
  for (const auto& definition : engine.catalog().registers()) {
    const auto* belongs = definition.by_role(RegisterRole::subject);
    if (belongs == nullptr || belongs->of != form.subject) continue;
    for (const auto& source : engine.rows(definition.id)) {
      if (report::row_text(definition, source, RegisterRole::subject) != subject) continue;
      if (!is_row_of(definition, source, form, row)) continue;
      if (!found.empty()) return {};
      found = source.key;
    }
  }
  return found;
}

}  // namespace

void name_rows(Engine& engine, const form::FormDefinition& form, const std::string& subject,
               const std::vector<std::vector<form::Value>>& rows, report::Findings& findings) {
  if (form.subject.empty()) return;
  for (report::Finding& finding : findings) {
    if (finding.row < 1 || static_cast<size_t>(finding.row) > rows.size()) continue;
    const std::string key = source_of(engine, form, subject, rows[static_cast<size_t>(finding.row) - 1]);
    if (key.empty()) continue;
    finding.message = Message("ROW-ABOUT", {{"key", key}, {"text", engine.render_all(finding.message)}});
  }
}

}  // namespace esep::app

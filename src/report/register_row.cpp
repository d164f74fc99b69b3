// SPDX-License-Identifier: MIT
#include "report/register_row.h"

namespace esep::report {

using calendar::Date;
using form::RegisterRole;

namespace {

const form::Value* role_value(const form::RegisterDefinition& definition, const RegisterRow& row, RegisterRole role,
                              Lang lang) {
  const form::RegisterColumn* column = definition.by_role(role, lang);
  if (column == nullptr) return nullptr;
  const auto at = row.values.find(column->id);
  return at == row.values.end() ? nullptr : &at->second;
}

}  // namespace

std::string row_text(const form::RegisterDefinition& definition, const RegisterRow& row, RegisterRole role, Lang lang) {
  if (role == RegisterRole::key) return row.key;
  const form::Value* value = role_value(definition, row, role, lang);
  return value == nullptr ? "" : form::canonical_text(*value);
}

std::optional<Date> event_day(const form::RegisterDefinition& definition, const RegisterRow& row,
                              std::string_view event) {
  for (const auto& column : definition.columns) {
    if (column.event != event && column.id != event) continue;
    const auto at = row.values.find(column.id);
    const Date* day = at == row.values.end() ? nullptr : std::get_if<Date>(&at->second);
    if (day != nullptr) return *day;
  }
  return std::nullopt;
}

LocalText row_title(const form::RegisterDefinition& definition, const RegisterRow& row) {
  // Without an English column a reader of English gets the Russian title, as everywhere.
  const form::RegisterColumn* english = definition.by_role(RegisterRole::title, Lang::en);
  const bool has_english = english != nullptr && english->lang == Lang::en;
  return {row_text(definition, row, RegisterRole::title, Lang::kk),
          row_text(definition, row, RegisterRole::title, Lang::ru),
          has_english ? row_text(definition, row, RegisterRole::title, Lang::en) : ""};
}

std::optional<Date> row_date(const form::RegisterDefinition& definition, const RegisterRow& row, RegisterRole role) {
  const form::Value* value = role_value(definition, row, role, Lang::kk);
  const Date* date = value == nullptr ? nullptr : std::get_if<Date>(value);
  return date == nullptr ? std::nullopt : std::optional<Date>(*date);
}

}  // namespace esep::report

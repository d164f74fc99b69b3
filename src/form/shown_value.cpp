// SPDX-License-Identifier: MIT
#include "form/shown_value.h"

#include <algorithm>

#include "base/text.h"

namespace esep::form {
namespace {

const Choice* choice_of(const ValueSpec& column, std::string_view id) {
  const auto at = std::find_if(column.choices.begin(), column.choices.end(), [&](const auto& c) { return c.id == id; });
  return at == column.choices.end() ? nullptr : &*at;
}

// "trial: 2026-10-05" → «Тәжірибелік пайдалану: 05.10.2026»
std::string labelled_line(const ValueSpec& column, const std::string& line, Lang lang) {
  const size_t colon = line.rfind(": ");
  if (colon == std::string::npos) return line;
  const auto* choice = choice_of(column, line.substr(0, colon));
  const auto date = calendar::Date::parse_iso(line.substr(colon + 2));
  return (choice != nullptr ? choice->title.in(lang) : line.substr(0, colon)) + ": " +
         (date ? date->dotted() : line.substr(colon + 2));
}

std::string shown_line(const ValueSpec& column, const std::string& line, Lang lang) {
  if (column.pattern == LinePattern::labelled_date) return labelled_line(column, line, lang);
  if (column.type == ColumnType::choice) {
    const auto* choice = choice_of(column, line);
    return choice != nullptr ? choice->title.in(lang) : line;
  }
  if (column.type == ColumnType::date) {
    const auto date = calendar::Date::parse_iso(line);
    return date ? date->dotted() : line;
  }
  return line;
}

}  // namespace

Value shown_value(const ValueSpec& column, const Value& value, Lang lang) {
  const auto* text = std::get_if<std::string>(&value);
  const bool lines = column.holds_lines() || column.type == ColumnType::choice;
  if (text == nullptr || !lines) return value;
  std::vector<std::string> shown;
  for (const std::string& line : split(*text, '\n')) shown.push_back(shown_line(column, line, lang));
  return join(shown, "\n");
}

LocalText shown_texts(const ValueSpec& column, const Value& value) {
  const auto in = [&](Lang lang) {
    return join(split(display_text(column.type, shown_value(column, value, lang), lang), '\n'), "; ");
  };
  return {in(Lang::kk), in(Lang::ru), in(Lang::en)};
}

}  // namespace esep::form

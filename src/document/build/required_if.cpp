// SPDX-License-Identifier: MIT
#include "document/build/required_if.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.h"

namespace esep::document {
namespace {

using form::Column;
using form::FormDefinition;

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

// «'a'» or «'a', 'b'»; nothing where it is anything else.
std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> out;
  while (take(text, "'")) {
    const size_t end = text.find('\'');
    if (end == std::string_view::npos) return {};
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
    if (text.empty()) return out;
    if (!take(text, ", ")) break;
  }
  return {};
}

// Every title of these choices; nothing where one is not on the list.
std::vector<std::string> titles(const Column& column, const std::vector<std::string>& ids) {
  std::vector<std::string> out;
  for (const std::string& id : ids) {
    const auto at =
        std::find_if(column.choices.begin(), column.choices.end(), [&](const auto& one) { return one.id == id; });
    if (at == column.choices.end()) return {};
    for (const std::string* word : {&at->id, &at->title.kk, &at->title.ru, &at->title.en})
      if (!word->empty()) out.push_back(*word);
  }
  return out;
}

// In a grouped table, columns of the head only: they stand in one row.
bool is_of_row(const Column& column, const FormDefinition& form) {
  return form.rows.kind != form::RowKind::grouped || form.is_head_column(column.id);
}

std::optional<RequiredIf> comparison(std::string_view text, const FormDefinition& form) {
  if (!take(text, "row.")) return std::nullopt;
  const std::string id(text.substr(0, text.find(' ')));
  const Column* column = form.column(id);
  if (column == nullptr || !column->default_text.empty() || !is_of_row(*column, form)) return std::nullopt;
  RequiredIf out;
  out.column = static_cast<size_t>(form.column_index(id));
  text.remove_prefix(id.size());
  if (text == " IS NOT NULL") return out;
  out.other = take(text, " <> ");
  const bool listed = !out.other && take(text, " IN (") && text.ends_with(')');
  if (listed) text.remove_suffix(1);
  if (!out.other && !listed && !take(text, " = ")) return std::nullopt;
  const bool single = column->type == form::ColumnType::choice && !column->holds_lines();
  out.words = titles(*column, quoted(text));
  return single && !out.words.empty() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

std::vector<RequiredIf> required_if(const Column& column, const FormDefinition& form) {
  constexpr std::string_view kOr = " OR ";
  std::vector<RequiredIf> out;
  if (column.required || column.required_if.empty() || !is_of_row(column, form)) return out;
  std::string_view rest = column.required_if;
  for (size_t end = 0; end != std::string_view::npos;) {
    end = rest.find(kOr);
    auto one = comparison(rest.substr(0, end), form);
    if (!one) return {};
    out.push_back(std::move(*one));
    if (end != std::string_view::npos) rest.remove_prefix(end + kOr.size());
  }
  return out;
}

}  // namespace esep::document

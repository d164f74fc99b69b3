// SPDX-License-Identifier: MIT
#include "report/read/row_keys.h"

#include <algorithm>

#include "base/text.h"
#include "form/label.h"
#include "form/shown_value.h"

namespace esep::report {

RowKeys::RowKeys(const form::FormDefinition& form, const ExpectedRows* expected) : form_(form), expected_(expected) {
  for (const std::string& id : form.rows.key) key_columns_.push_back(static_cast<size_t>(form.column_index(id)));
  if (expected == nullptr || key_columns_.empty()) return;
  for (size_t i = 0; i < expected->kk.size(); ++i) wanted_.emplace(key_of(expected->kk[i]), i);
  // A key may be a text in the paper's language, and rows may be sorted by it: pair by key, else by place.
  ru_.assign(expected->kk.size(), nullptr);
  for (size_t i = 0; i < expected->ru.size(); ++i) {
    const auto same = wanted_.emplace(key_of(expected->ru[i]), i).first;
    if (same->second < ru_.size()) ru_[same->second] = &expected->ru[i];
  }
}

// Texts are folded: rows that differ only in a blank or a look-alike letter are the same to a person.
std::string RowKeys::key_of(const std::vector<form::Value>& values) const {
  std::vector<std::string> parts;
  for (const size_t column : key_columns_) parts.push_back(fold_look_alikes(form::canonical_text(values[column])));
  return join(parts, "\x1f");
}

// As people read it: the titles of choices, not their ids.
LocalText RowKeys::shown_key(const std::vector<form::Value>& values) const {
  const auto in = [&](Lang lang) {
    std::vector<std::string> parts;
    for (const size_t column : key_columns_) {
      std::string text = form::shown_texts(form_.columns[column], values[column]).in(lang);
      if (!text.empty()) parts.push_back(std::move(text));
    }
    return join(parts, ", ");
  };
  return {in(Lang::kk), in(Lang::ru), in(Lang::en)};
}

bool RowKeys::is_unnamed(const std::vector<form::Value>& values) const {
  return std::all_of(key_columns_.begin(), key_columns_.end(),
                     [&](size_t column) { return form::is_blank(values[column]); });
}

void RowKeys::add(int64_t row, int column, const char* code, Message::Args args) {
  if (problems_.size() >= kMaxFindings) return;
  problems_.push_back({row, column, Message(code, std::move(args))});
}

std::optional<table::TypedRow> RowKeys::without_dots(const table::TypedRow& row) const {
  if (expected_ == nullptr || !row.first || wanted_.contains(key_of(row.values))) return std::nullopt;
  table::TypedRow out = row;
  for (const size_t column : key_columns_) {
    auto* text = std::get_if<std::string>(&out.values[column]);
    if (text != nullptr && text->ends_with('.')) *text = trim(text->substr(0, text->size() - 1));
  }
  return wanted_.contains(key_of(out.values)) ? std::optional(std::move(out)) : std::nullopt;
}

void RowKeys::take(const table::TypedRow& row) {
  if (key_columns_.empty() || !row.first) return;
  const auto wanted = wanted_.find(key_of(row.values));
  const bool known = wanted != wanted_.end() && wanted->second < expected_->kk.size();
  const int column = static_cast<int>(key_columns_.front());
  const auto [at, fresh] = seen_.emplace(key_of(known ? expected_->kk[wanted->second] : row.values), row.sheet_row);
  if (!fresh) {
    return add(row.sheet_row, column, "ROW-TWICE",
               {{"key", shown_key(row.values)}, {"row", std::to_string(at->second)}});
  }
  if (expected_ == nullptr) return;
  if (!known && is_unnamed(row.values)) {
    if (problems_.size() >= kMaxFindings) return;
    Message message("ROW-UNNAMED", {{"row", std::to_string(row.sheet_row)}});
    problems_.push_back({row.sheet_row, column, std::move(message)});
    return;
  }
  if (!known) return add(row.sheet_row, column, "ROW-FOREIGN", {{"key", shown_key(row.values)}});
  compare(row, wanted->second);
}

void RowKeys::compare(const table::TypedRow& row, size_t expected) {
  const auto same = [](const form::Value& a, const form::Value& b) {
    return fold_look_alikes(form::canonical_text(a)) == fold_look_alikes(form::canonical_text(b));
  };
  for (size_t i = 0; i < form_.columns.size(); ++i) {
    const form::Value& kk = expected_->kk[expected][i];
    if (!form_.columns[i].prefilled || form::is_blank(kk)) continue;
    const form::Value& ru = ru_[expected] != nullptr ? (*ru_[expected])[i] : kk;
    if (same(row.values[i], kk) || same(row.values[i], ru)) continue;
    add(row.sheet_row, static_cast<int>(i), "CELL-PREFILLED",
        {{"title", form::told_title(form_, form_.columns[i])},
         {"wanted", LocalText{form::shown_texts(form_.columns[i], kk).kk, form::shown_texts(form_.columns[i], ru).ru,
                              form::shown_texts(form_.columns[i], kk).en}}});
  }
}

void RowKeys::report(const ReceivedFile& file, const Layout& layout, const Head& head) const {
  const std::string& sheet = file.grid.sheets()[layout.sheet].name;
  for (const Problem& problem : problems_) {
    const bool unnamed = problem.message.key == "ROW-UNNAMED";
    file.findings.push_back(
        Finding::of(unnamed ? "ROW-FOREIGN" : problem.message.key, problem.message)
            .in(file.name, sheet)
            .at(static_cast<int>(problem.row), address(file.grid, layout, problem.column, problem.row))
            .of_column(form_.columns[static_cast<size_t>(problem.column)].id));
  }
  if (expected_ == nullptr || head.nil || key_columns_.empty()) return;
  const form::Column& column = form_.columns[key_columns_.front()];
  for (size_t i = 0; i < expected_->kk.size(); ++i) {
    if (seen_.contains(key_of(expected_->kk[i]))) continue;
    LocalText key = shown_key(expected_->kk[i]);
    if (ru_[i] != nullptr) key.ru = shown_key(*ru_[i]).ru;
    file.findings.push_back(Finding::of(Message("ROW-ABSENT", {{"title", column.title.text}, {"key", std::move(key)}}))
                                .in(file.name, sheet)
                                .of_column(column.id));
  }
}

}  // namespace esep::report

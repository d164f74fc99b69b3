// SPDX-License-Identifier: MIT
#include "report/read/row_keys.h"

#include <algorithm>

#include "base/text.h"
#include "form/label.h"
#include "form/shown_value.h"
#include "report/read/fixed_rows.h"

namespace esep::report {

ExpectedKeys::ExpectedKeys(const form::FormDefinition& form, const ExpectedRows& expected)
    : columns_(naming_columns(form)), ru_(expected.kk.size(), nullptr) {
  for (size_t i = 0; i < expected.kk.size(); ++i) places_.emplace(key_text(columns_, expected.kk[i]), i);
  // A key may be a text in the paper's language, and rows may be sorted by it: pair by key, else by place.
  for (size_t i = 0; i < expected.ru.size(); ++i) {
    const auto same = places_.emplace(key_text(columns_, expected.ru[i]), i).first;
    if (same->second < ru_.size()) ru_[same->second] = &expected.ru[i];
  }
}

std::optional<size_t> ExpectedKeys::find(const std::vector<form::Value>& values) const {
  const auto at = places_.find(key_text(columns_, values));
  return at != places_.end() && at->second < ru_.size() ? std::optional(at->second) : std::nullopt;
}

bool ExpectedKeys::has(const std::vector<form::Value>& values) const {
  return places_.contains(key_text(columns_, values));
}

LocalText shown_key(const form::FormDefinition& form, const std::vector<form::Value>& values) {
  const auto in = [&](Lang lang) {
    std::vector<std::string> parts;
    for (const size_t column : naming_columns(form)) {
      std::string text = form::shown_texts(form.columns[column], values[column]).in(lang);
      if (!text.empty()) parts.push_back(std::move(text));
    }
    return join(parts, ", ");
  };
  return {in(Lang::kk), in(Lang::ru), in(Lang::en)};
}

RowKeys::RowKeys(const form::FormDefinition& form, const ExpectedRows* expected) : form_(form), expected_(expected) {
  if (!form.rows.key.empty()) key_columns_ = naming_columns(form);
  if (expected != nullptr && !key_columns_.empty()) wanted_.emplace(form, *expected);
}

std::string RowKeys::key_of(const std::vector<form::Value>& values) const { return key_text(key_columns_, values); }

bool RowKeys::is_unnamed(const std::vector<form::Value>& values) const {
  return std::all_of(key_columns_.begin(), key_columns_.end(),
                     [&](size_t column) { return form::is_blank(values[column]); });
}

void RowKeys::add(int64_t row, int column, const char* code, Message::Args args) {
  if (problems_.size() >= kMaxFindings) return;
  problems_.push_back({row, column, Message(code, std::move(args))});
}

std::optional<table::TypedRow> RowKeys::without_dots(const table::TypedRow& row) const {
  if (!wanted_ || !row.first || wanted_->has(row.values)) return std::nullopt;
  table::TypedRow out = row;
  for (const size_t column : key_columns_) {
    auto* text = std::get_if<std::string>(&out.values[column]);
    if (text != nullptr && text->ends_with('.')) *text = trim(text->substr(0, text->size() - 1));
  }
  return wanted_->has(out.values) ? std::optional(std::move(out)) : std::nullopt;
}

void RowKeys::take(const table::TypedRow& row) {
  if (key_columns_.empty() || !row.first) return;
  const auto known = wanted_ ? wanted_->find(row.values) : std::nullopt;
  const int column = static_cast<int>(key_columns_.front());
  const auto [at, fresh] = seen_.emplace(key_of(known ? expected_->kk[*known] : row.values), row.sheet_row);
  if (!fresh) {
    return add(row.sheet_row, column, "ROW-TWICE",
               {{"key", shown_key(form_, row.values)}, {"row", std::to_string(at->second)}});
  }
  if (expected_ == nullptr) return;
  if (!known && is_unnamed(row.values)) {
    if (problems_.size() >= kMaxFindings) return;
    Message message("ROW-UNNAMED", {{"row", std::to_string(row.sheet_row)}});
    problems_.push_back({row.sheet_row, column, std::move(message)});
    return;
  }
  if (!known) return add(row.sheet_row, column, "ROW-FOREIGN", {{"key", shown_key(form_, row.values)}});
  compare(row, *known);
}

void RowKeys::compare(const table::TypedRow& row, size_t expected) {
  const auto* russian = wanted_->russian(expected);
  const auto same = [](const form::Value& a, const form::Value& b) {
    return fold_look_alikes(form::canonical_text(a)) == fold_look_alikes(form::canonical_text(b));
  };
  for (size_t i = 0; i < form_.columns.size(); ++i) {
    const form::Value& kk = expected_->kk[expected][i];
    if (!form_.columns[i].prefilled || form::is_blank(kk)) continue;
    const form::Value& ru = russian != nullptr ? (*russian)[i] : kk;
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
    LocalText key = shown_key(form_, expected_->kk[i]);
    if (const auto* russian = wanted_->russian(i)) key.ru = shown_key(form_, *russian).ru;
    file.findings.push_back(Finding::of(Message("ROW-ABSENT", {{"title", column.title.text}, {"key", std::move(key)}}))
                                .in(file.name, sheet)
                                .of_column(column.id));
  }
}

}  // namespace esep::report

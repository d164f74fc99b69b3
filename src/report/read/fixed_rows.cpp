// SPDX-License-Identifier: MIT
#include "report/read/fixed_rows.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "report/read/parse_cell.h"

namespace esep::report {

FixedRows::FixedRows(const form::FormDefinition& form) : met_(form.rows.fixed.size(), false) {
  for (const form::FixedRow& row : form.rows.fixed) {
    auto& presets = rows_.emplace_back();
    for (const auto& [id, text] : row.values) {
      const int at = form.column_index(id);
      if (at < 0) continue;  // FORM-COLUMN says it
      const auto column = static_cast<size_t>(at);
      const form::Column& spec = form.columns[column];
      presets.push_back({column, parse_typed(spec, text.kk).value, parse_typed(spec, text.ru).value});
    }
  }
}

std::optional<size_t> FixedRows::meet(const std::vector<form::Value>& values) {
  std::optional<size_t> out;  // of several the one of which the row has most words
  for (size_t i = 0; i < rows_.size(); ++i) {
    const bool same = std::all_of(rows_[i].begin(), rows_[i].end(), [&](const Preset& preset) {
      return values[preset.column] == preset.kk || values[preset.column] == preset.ru;
    });
    if (!same || rows_[i].empty() || met_[i]) continue;
    if (!out || rows_[*out].size() < rows_[i].size()) out = i;
  }
  if (out) met_[*out] = true;
  return out;
}

void FixedRows::set_words(size_t row, Lang lang, std::vector<form::Value>& values) const {
  for (const Preset& preset : rows_[row]) values[preset.column] = lang == Lang::ru ? preset.ru : preset.kk;
}

std::vector<size_t> naming_columns(const form::FormDefinition& form) {
  std::vector<size_t> out;
  const auto& key = form.rows.key;
  const auto& fixed = form.rows.fixed;
  for (const std::string& id : key) {
    const int column = form.column_index(id);
    if (column >= 0) out.push_back(static_cast<size_t>(column));
  }
  for (size_t i = 0; key.empty() && i < form.columns.size(); ++i) {
    const bool preset = std::any_of(fixed.begin(), fixed.end(),
                                    [&](const form::FixedRow& row) { return row.values.contains(form.columns[i].id); });
    if (preset) out.push_back(i);
  }
  return out;
}

std::string key_text(const std::vector<size_t>& columns, const std::vector<form::Value>& values) {
  std::string out;
  for (const size_t column : columns) {
    const std::string text = fold_look_alikes(form::canonical_text(values[column]));
    out += fmt::format("{}:{}", text.size(), text);
  }
  return out;
}

bool PairKeys::is_unnamed(const std::vector<form::Value>& values) const {
  return std::all_of(columns_.begin(), columns_.end(), [&](size_t column) { return form::is_blank(values[column]); });
}

std::string PairKeys::of(const std::vector<form::Value>& values) {
  if (const auto fixed = fixed_.meet(values)) return fmt::format("#{}", *fixed);
  return key_text(columns_, values);
}

}  // namespace esep::report

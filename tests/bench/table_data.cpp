// SPDX-License-Identifier: MIT
#include "table_data.h"

#include <array>
#include <filesystem>
#include <iostream>

#include "base/file.h"
#include "document/build/form_table_block.h"
#include "form/form_catalog.h"
#include "form/shown_value.h"

namespace esep::bench {
namespace {

using form::ColumnType;
using form::Value;

constexpr std::array<const char*, 8> kPhrases{"әкімдіктің ақпараттық жүйесі",
                                              "көлік дәлізін талдау",
                                              "дерекқор кестесі",
                                              "жоспарланған жұмыс",
                                              "құжат айналымы",
                                              "өңірлік сервис",
                                              "сынақ хаттамасы",
                                              "бюджеттік бағдарлама"};
constexpr int kPool = 997;  // a prime: rows of different columns never fall into step

Value value_of(const form::Column& column, size_t index, int n) {
  const int mixed = n * 31 + static_cast<int>(index) * 7;
  switch (column.type) {
    case ColumnType::integer:
      return int64_t{mixed};
    case ColumnType::decimal:
    case ColumnType::money:
    case ColumnType::percent:
      return Decimal::from_units(int64_t{mixed % 900} * 2500);
    case ColumnType::date:
      return calendar::Date::parse_iso("2025-01-01")->plus_days(mixed % 365);
    case ColumnType::yes_no:
      return mixed % 2 == 0;
    case ColumnType::choice:
      return column.choices[static_cast<size_t>(mixed) % column.choices.size()].id;
    default:
      return std::string(kPhrases[static_cast<size_t>(mixed) % kPhrases.size()]) + " № " + std::to_string(mixed);
  }
}

class DataCursor final : public document::RowCursor {
 public:
  DataCursor(const TableData& data, int rows) : data_(data), rows_(rows) {}
  bool next(document::Row& row) override {
    if (at_ == rows_) return false;
    row.cells.resize(data_.columns());
    for (size_t i = 0; i < row.cells.size(); ++i) row.cells[i].value = data_.shown(at_, i);
    ++at_;
    return true;
  }

 private:
  const TableData& data_;
  int rows_;
  int at_ = 0;
};

}  // namespace

form::FormDefinition read_form_file(const std::string& path) {
  Diagnostics diagnostics;
  auto form = form::read_form({"forms/" + std::filesystem::path(path).filename().string(), path, read_file(path)}, {},
                              diagnostics);
  for (const auto& one : diagnostics) std::cerr << path << ':' << one.line << ": " << one.code << '\n';
  if (has_errors(diagnostics)) throw std::runtime_error(path);
  return form;
}

form::FormDefinition bench_form() { return read_form_file(ESEP_SOURCE_DIR "/tests/bench/bench.2025.toml"); }
form::FormDefinition official_form() { return read_form_file(ESEP_SOURCE_DIR "/forms/tied-grant-usage.2025-06.toml"); }

TableData::TableData(const form::FormDefinition& form) {
  for (size_t i = 0; i < form.columns.size(); ++i) {
    std::vector<Value> values;
    for (int n = 0; n < kPool; ++n) values.push_back(value_of(form.columns[i], i, n));
    pool_.push_back(values);
    for (Value& value : values) value = form::shown_value(form.columns[i], value, Lang::kk);
    shown_.push_back(std::move(values));
  }
}

document::RowSource document_rows(const TableData& data, int rows) {
  return [&data, rows] { return std::make_unique<DataCursor>(data, rows); };
}

document::Document paper(const form::FormDefinition& form, const TableData& data, int rows) {
  document::Document out;
  out.title = form.wording.title.text.kk;
  out.dated = form.law.in_force.from;
  document::Section section;
  section.name = "bench";
  section.landscape = true;
  document::Table table = document::form_table(form, Lang::kk);
  table.rows = document_rows(data, rows);
  section.blocks.emplace_back(document::Heading{out.title});
  section.blocks.emplace_back(std::move(table));
  out.sections.push_back(std::move(section));
  return out;
}

}  // namespace esep::bench

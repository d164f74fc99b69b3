// SPDX-License-Identifier: MIT
#include <sqlite3.h>

#include "child.h"
#include "sqlite/transaction.h"
#include "table/form_table.h"
#include "table_data.h"

namespace esep::bench {
namespace {

std::filesystem::path fresh(const std::filesystem::path& folder, const char* name) {
  const auto file = folder / name;
  std::filesystem::remove(file);
  return file;
}

void bind(sqlite3_stmt* insert, int index, const form::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    sqlite3_bind_text(insert, index, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
  } else if (const auto* number = std::get_if<int64_t>(&value)) {
    sqlite3_bind_int64(insert, index, *number);
  } else if (const auto* decimal = std::get_if<Decimal>(&value)) {
    sqlite3_bind_int64(insert, index, decimal->units());
  } else if (const auto* yes = std::get_if<bool>(&value)) {
    sqlite3_bind_int64(insert, index, *yes ? 1 : 0);
  } else {
    sqlite3_bind_null(insert, index);
  }
}

// Dates as the texts that are stored, ready before the clock runs.
class StoredData {
 public:
  StoredData(const form::FormDefinition& form, const TableData& data) : data_(data) {
    for (size_t i = 0; i < form.columns.size(); ++i) {
      dates_.emplace_back();
      if (form.columns[i].type != form::ColumnType::date) continue;
      for (int n = 0; n < 997; ++n) dates_.back().emplace_back(std::get<calendar::Date>(data.at(n, i)).iso());
    }
  }
  [[nodiscard]] const form::Value& at(int row, size_t column) const {
    const auto& dates = dates_[column];
    return dates.empty() ? data_.at(row, column) : dates[static_cast<size_t>(row) % dates.size()];
  }

 private:
  const TableData& data_;
  std::vector<std::vector<form::Value>> dates_;
};

Time insert_bare(const std::filesystem::path& folder) {
  const auto form = bench_form();
  const TableData data(form);
  const StoredData stored(form, data);
  const table::FormTable table(form);
  std::string sql = "INSERT INTO " + table::quote_identifier(table.name()) + " VALUES(1,?,?,1";
  for (int i = 0; i < kColumns; ++i) sql += ",?";
  sql += ")";
  sqlite3* database = nullptr;
  sqlite3_open(fresh(folder, "bare.db").c_str(), &database);
  const Time time = time_of([&] {
    sqlite3_exec(database, ("BEGIN;" + table.ddl()).c_str(), nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, sql.c_str(), -1, &insert, nullptr);
    for (int row = 0; row < kLongRows; ++row) {
      sqlite3_bind_int64(insert, 1, row + 1);
      sqlite3_bind_int64(insert, 2, row + 1);
      for (int i = 0; i < kColumns; ++i) bind(insert, i + 3, stored.at(row, static_cast<size_t>(i)));
      sqlite3_step(insert);
      sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  });
  sqlite3_close(database);
  return time;
}

Time insert_ours(const std::filesystem::path& folder) {
  const auto form = bench_form();
  const TableData data(form);
  const table::FormTable table(form);
  sqlite::Database database(fresh(folder, "esep.db"), sqlite::OpenMode::create);
  table::TypedRow typed;
  typed.values.resize(data.columns());
  return time_of([&] {
    sqlite::Transaction transaction(database);
    table.create(database);
    table::RowWriter writer(database, table);
    for (int row = 0; row < kLongRows; ++row) {
      typed.sheet_row = typed.record = row + 1;
      for (size_t i = 0; i < typed.values.size(); ++i) typed.values[i] = data.at(row, i);
      writer.insert(1, typed);
    }
    transaction.commit();
  });
}

}  // namespace

Case insert_case() {
  return {
      "insert",
      "100 000 × 26 typed rows stored in one transaction",
      nullptr,
      {{"SQLite, prepared INSERT, values as stored", insert_bare}, {"`table::RowWriter`, typed values", insert_ours}}};
}

}  // namespace esep::bench

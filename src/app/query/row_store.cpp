// SPDX-License-Identifier: MIT
#include "app/query/row_store.h"

namespace esep::app {

std::function<std::unique_ptr<table::RowReader>()> kept_rows(const form::FormDefinition& form,
                                                             std::vector<std::vector<form::Value>> rows) {
  struct Kept {
    sqlite::Database database = sqlite::Database::temporary();
    table::FormTable rows;
    explicit Kept(const form::FormDefinition& of) : rows(of, "rows") { rows.create(database); }
  };
  const auto kept = std::make_shared<Kept>(form);
  table::RowWriter writer(kept->database, kept->rows);
  int64_t number = 0;
  for (auto& row : rows) {
    ++number;
    writer.insert(1, {number, number, true, std::move(row)});
  }
  return [kept] { return std::make_unique<table::RowReader>(kept->database, kept->rows, 1); };
}

}  // namespace esep::app

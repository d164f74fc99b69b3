// SPDX-License-Identifier: MIT
#include "app/query/row_store.h"

namespace esep::app {

std::function<std::unique_ptr<table::RowReader>()> stored_rows(const form::FormDefinition& form,
                                                               std::vector<std::vector<form::Value>> rows) {
  struct Store {
    sqlite::Database database = sqlite::Database::temporary();
    table::FormTable rows;
    explicit Store(const form::FormDefinition& of) : rows(of, "rows") { rows.create(database); }
  };
  const auto store = std::make_shared<Store>(form);
  table::RowWriter writer(store->database, store->rows);
  int64_t number = 0;
  for (auto& row : rows) {
    ++number;
    writer.insert(1, {number, number, true, std::move(row)});
  }
  return [store] { return std::make_unique<table::RowReader>(store->database, store->rows, 1); };
}

}  // namespace esep::app

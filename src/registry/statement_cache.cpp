// SPDX-License-Identifier: MIT
#include "registry/statement_cache.h"

namespace esep::registry {
namespace {

table::RowWriter made_writer(sqlite::Database& database, const table::FormTable& table) {
  table.create(database);
  return {database, table};
}

}  // namespace

StatementCache::Rows::Rows(sqlite::Database& database, const form::FormDefinition& of)
    : form(of), table(form), writer(made_writer(database, table)) {}

StatementCache::Loan StatementCache::get(const sqlite::Database& database, const std::string& sql) {
  auto at = statements_.find(sql);
  if (at == statements_.end()) at = statements_.emplace(sql, database.prepare(sql)).first;
  return Loan(at->second);
}

table::RowWriter& StatementCache::writer(sqlite::Database& database, const form::FormDefinition& form) {
  auto& rows = rows_[table::FormTable(form).name() + '\n' + form.file.sha256()];
  if (!rows) {
    rows = std::make_unique<Rows>(database, form);
  } else {
    rows->table.create(database);  // the register may have been replaced by one that did not have it
  }
  return rows->writer;
}

}  // namespace esep::registry

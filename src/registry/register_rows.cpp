// SPDX-License-Identifier: MIT
#include "registry/registry.h"
#include "report/parse_cell.h"

namespace esep::registry {
namespace {

using report::RegisterRow;

std::map<std::string, std::string> canonical(const RegisterRow& row) {
  std::map<std::string, std::string> out;
  for (const auto& [column, value] : row.values) {
    if (!form::is_blank(value)) out[column] = form::canonical_text(value);
  }
  return out;
}

}  // namespace

Registry::ImportCount Registry::import_rows(const form::RegisterDefinition& definition,
                                            const std::vector<RegisterRow>& rows, const std::string& file_sha256,
                                            const Actor& actor) {
  ImportCount count;
  sqlite::Transaction transaction(*database_);
  auto select = database_->prepare("SELECT column_id, value FROM register_row WHERE register = ? AND key = ?");
  auto erase = database_->prepare("DELETE FROM register_row WHERE register = ? AND key = ?");
  auto insert = database_->prepare("INSERT INTO register_row(register, key, column_id, value) VALUES(?,?,?,?)");
  for (const RegisterRow& row : rows) {
    std::map<std::string, std::string> old;
    select.bind(1, definition.id).bind(2, row.key);
    while (select.step()) old[select.text(0)] = select.text(1);
    select.reset();
    const auto fresh = canonical(row);
    if (old == fresh) {
      ++count.unchanged;
      continue;
    }
    ++(old.empty() ? count.added : count.changed);
    erase.bind(1, definition.id).bind(2, row.key).run();
    Details details;
    details.add("register", definition.id).add("key", row.key).add("file", file_sha256);
    for (const auto& [column, value] : fresh) {
      insert.bind(1, definition.id).bind(2, row.key).bind(3, column).bind(4, value).run();
      details.add(column, value);
    }
    history().append(actor, old.empty() ? "register_add" : "register_change", std::nullopt, details.text());
  }
  transaction.commit();
  return count;
}

std::vector<RegisterRow> Registry::rows(const form::RegisterDefinition& definition) const {
  std::vector<RegisterRow> out;
  auto select =
      database_->prepare("SELECT key, column_id, value FROM register_row WHERE register = ? ORDER BY key, column_id");
  select.bind(1, definition.id);
  while (select.step()) {
    if (out.empty() || out.back().key != select.text(0)) out.push_back({select.text(0), {}});
    if (const auto* column = definition.column(select.text(1))) {
      out.back().values[column->column.id] = report::parse_typed(column->column, select.text(2)).value;
    }
  }
  return out;
}

}  // namespace esep::registry

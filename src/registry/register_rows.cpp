// SPDX-License-Identifier: MIT
#include "registry/details.h"
#include "registry/registry.h"
#include "report/read/parse_cell.h"
#include "sqlite/transaction.h"

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

void put(RegisterRow& row, const form::RegisterDefinition& definition, const std::string& column,
         const std::string& text) {
  if (const auto* known = definition.column(column)) row.values[column] = report::parse_typed(*known, text).value;
}

RegisterRow settled(RegisterRow row, const form::RegisterDefinition& definition,
                    const std::map<std::string, std::string>& stored, const Registry::Settle& settle) {
  RegisterRow old{row.key, {}};
  for (const auto& [column, text] : stored) put(old, definition, column, text);
  settle(row, stored.empty() ? nullptr : &old);
  return row;
}

}  // namespace

Registry::ImportCount Registry::import_rows(const form::RegisterDefinition& definition, const GiveRows& give,
                                            const std::string& file_sha256, const Actor& actor, const Settle& settle) {
  ImportCount count;
  sqlite::Transaction transaction(*database_);
  auto select = database_->prepare("SELECT column_id, value FROM register_row WHERE register = ? AND key = ?");
  auto erase = database_->prepare("DELETE FROM register_row WHERE register = ? AND key = ?");
  auto insert = database_->prepare("INSERT INTO register_row(register, key, column_id, value) VALUES(?,?,?,?)");
  for (const RegisterRow& row : give()) {
    std::map<std::string, std::string> old;
    select.bind(1, definition.id).bind(2, row.key);
    while (select.step()) old[select.text(0)] = select.text(1);
    select.reset();
    const auto fresh = canonical(settle ? settled(row, definition, old, settle) : row);
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
    put(out.back(), definition, select.text(1), select.text(2));
  }
  return out;
}

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#include <utility>

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

void add_origin(Details& details, const form::RegisterDefinition& definition, const std::string& key,
                const std::string& file) {
  details.add("register", definition.id).add("key", key).add("file", file);
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
                                            const RowsFrom& from, const Actor& actor, const Settle& settle) {
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
    add_origin(details, definition, row.key, from.file);
    if (!from.correction.empty()) {
      Details why;
      why.add("register", definition.id).add("key", row.key).add("reason", from.correction);
      history().append(actor, "register_correct", std::nullopt, why.text());
    }
    for (const auto& [column, value] : fresh) {
      insert.bind(1, definition.id).bind(2, row.key).bind(3, column).bind(4, value).run();
      details.add(column, value);
    }
    history().append(actor, old.empty() ? "register_add" : "register_change", std::nullopt, details.text());
  }
  transaction.commit();
  return count;
}

std::set<std::string> Registry::row_writers(const form::RegisterDefinition& definition, const std::string& key,
                                            const std::string& command) const {
  Details origin;
  add_origin(origin, definition, key, command);
  std::set<std::string> out;
  auto entries = database_->prepare(
      "SELECT DISTINCT user FROM history WHERE action IN ('register_add', 'register_change') "
      "AND substr(details, 1, length(?1)) = ?1");
  entries.bind(1, origin.text());
  while (entries.step()) out.insert(entries.text(0));
  return out;
}

std::vector<RegisterRow> Registry::former_rows(const form::RegisterDefinition& definition) const {
  Details origin;
  origin.add("register", definition.id);
  // Entries about no submission have an index.
  auto entries = database_->prepare(
      "SELECT details FROM history WHERE submission IS NULL AND action IN ('register_add', 'register_change') "
      "AND substr(details, 1, length(?1)) = ?1 ORDER BY seq");
  entries.bind(1, origin.text());
  std::map<std::string, RegisterRow> last;
  std::vector<RegisterRow> out;
  while (entries.step()) {
    constexpr size_t kKey = 1, kColumns = 3;  // the lines of add_origin()
    const auto lines = read_details(entries.text(0));
    if (lines.size() < kColumns) continue;
    RegisterRow row{lines[kKey].second, {}};
    for (size_t i = kColumns; i < lines.size(); ++i) put(row, definition, lines[i].first, lines[i].second);
    const auto [at, fresh] = last.try_emplace(row.key, row);
    if (fresh) continue;
    out.push_back(std::exchange(at->second, std::move(row)));
  }
  return out;
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

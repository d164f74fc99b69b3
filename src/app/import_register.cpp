// SPDX-License-Identifier: MIT
#include "app/import_register.h"

#include "app/check_register.h"
#include "app/register_file.h"
#include "app/rights.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"

namespace esep::app {
namespace {

using form::RegisterColumn;
using form::RegisterDefinition;
using report::Finding;

std::vector<report::RegisterRow> rows_of(RegisterFile file) {
  std::vector<report::RegisterRow> out;
  out.reserve(file.rows.size());
  for (auto& one : file.rows) out.push_back(std::move(one.row));
  return out;
}

// What was decided here is not in a portal's export, and an export does not undo it.
void keep_verdicts(Engine& engine, const RegisterDefinition& definition, std::vector<report::RegisterRow>& rows) {
  using form::RegisterRole;
  for (const RegisterRole role : {RegisterRole::decision, RegisterRole::decision_reason, RegisterRole::decided_on,
                                  RegisterRole::answer, RegisterRole::answer_reason, RegisterRole::answered_on}) {
    const RegisterColumn* column = definition.by_role(role);
    if (column == nullptr) continue;
    for (auto& row : rows) {
      const auto* old = engine.row(definition.id, row.key);
      if (old == nullptr || row.values.contains(column->column.id)) continue;
      const auto at = old->values.find(column->column.id);
      if (at != old->values.end()) row.values[column->column.id] = at->second;
    }
  }
}

}  // namespace

std::vector<report::RegisterRow> shipped_rows(Engine& engine, const RegisterDefinition& definition) {
  if (definition.rows_file.empty()) return {};
  report::Findings findings;
  auto rows = read_register_file(definition, definition.rows_file, engine.library().get(definition.rows_file).text, findings);
  if (report::has_errors(findings)) {
    const Finding& first = findings.front();
    throw Error(Message("DATA-ROWS-INVALID", {{"file", first.file}, {"line", std::to_string(first.row)},
                                              {"reason", engine.render_all(first.message)}}));
  }
  return rows_of(std::move(rows));
}

ImportResult import_register(Engine& engine, const std::string& register_id, const std::filesystem::path& file,
                             const registry::Actor& actor) {
  ImportResult out;
  require_right(engine, report::Deed::import, actor);
  const auto& definition = engine.catalog().register_by_id(register_id);
  std::string bytes = read_file(file);
  const std::string hash = sha256_hex(bytes);
  RegisterFile read = read_register_file(definition, file.string(), std::move(bytes), out.findings);
  if (!report::has_errors(out.findings)) check_register(engine, definition, read, out.findings);
  if (report::has_errors(out.findings)) return out;
  auto rows = rows_of(std::move(read));
  keep_verdicts(engine, definition, rows);
  out.count = engine.registry().import_rows(definition, rows, hash, actor);
  engine.forget_rows();
  out.done = true;
  return out;
}

}  // namespace esep::app

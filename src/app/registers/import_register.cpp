// SPDX-License-Identifier: MIT
#include "app/registers/import_register.h"

#include <algorithm>

#include "app/core/plausible_limits.h"
#include "app/core/register_file.h"
#include "app/core/rights.h"
#include "app/registers/check_register.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"

namespace esep::app {
namespace {

using form::RegisterColumn;
using form::RegisterDefinition;

// A file without a column says nothing about it, so the row keeps what it has. Decisions recorded here are missing from
// the portal's export, and an import of it keeps them too.
registry::Registry::Settle keep_unsaid(const RegisterDefinition& definition, const RegisterFile& file) {
  using form::RegisterRole;
  std::vector<std::string> unsaid;
  for (const RegisterColumn& column : definition.columns) {
    if (!file.columns.contains(column.id)) unsaid.push_back(column.id);
  }
  std::vector<std::string> columns;
  for (const RegisterRole role : {RegisterRole::decision, RegisterRole::decision_reason, RegisterRole::decided_on,
                                  RegisterRole::answer, RegisterRole::answer_reason, RegisterRole::answered_on}) {
    if (const RegisterColumn* column = definition.by_role(role)) columns.push_back(column->id);
  }
  if (columns.empty() && unsaid.empty()) return {};
  return [columns, unsaid](report::RegisterRow& row, const report::RegisterRow* old) {
    if (old == nullptr) return;
    for (const std::string& column : unsaid) row.values.erase(column);
    std::vector<std::string> kept = unsaid;
    kept.insert(kept.end(), columns.begin(), columns.end());
    for (const std::string& column : kept) {
      if (row.values.contains(column)) continue;
      const auto at = old->values.find(column);
      if (at != old->values.end()) row.values[column] = at->second;
    }
  };
}

}  // namespace

ImportResult import_register(Engine& engine, const std::string& register_id, const std::filesystem::path& file,
                             const registry::Actor& actor) {
  ImportResult out;
  require_right(engine, report::RegisterAction::import, actor);
  const auto& definition = engine.catalog().register_by_id(register_id);
  std::string bytes = read_file(file);
  const std::string hash = sha256_hex(bytes);
  const auto limits = plausible_limits(engine);
  report::Doubts doubts(limits ? &*limits : nullptr, actor.at.date);
  RegisterFile read = read_register_file(definition, file.string(), std::move(bytes), out.findings,
                                         &engine.rows(definition.id), &doubts);
  if (report::has_errors(out.findings)) {
    // Nothing is taken; what else is wrong is said at once.
    check_register(engine, definition, read, out.findings);
    report::drop_answered_doubts(out.findings);
    std::stable_sort(out.findings.begin(), out.findings.end(),
                     [](const auto& a, const auto& b) { return a.row < b.row; });
    return out;
  }
  const auto judged_rows = [&]() -> std::vector<report::RegisterRow> {
    engine.forget_rows();
    check_register(engine, definition, read, out.findings);
    report::drop_answered_doubts(out.findings);
    if (report::has_errors(out.findings)) return {};
    return std::move(read).take_rows();
  };
  out.count = engine.registry().import_rows(definition, judged_rows, hash, actor, keep_unsaid(definition, read));
  engine.forget_rows();
  out.done = !report::has_errors(out.findings);
  return out;
}

}  // namespace esep::app

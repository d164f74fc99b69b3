// SPDX-License-Identifier: MIT
#include "app/registers/import_register.h"

#include <algorithm>

#include "app/core/plausible_limits.h"
#include "app/core/register_file.h"
#include "app/core/rights.h"
#include "app/registers/cell_text.h"
#include "app/registers/check_register.h"
#include "app/registers/register_types.h"
#include "app/registers/stranded.h"
#include "app/registers/verdicts.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/leftovers.h"

namespace esep::app {
namespace {

// A user who acts for some bodies imports rows of theirs only.
void require_own_rows(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file,
                      const registry::Actor& actor) {
  const auto& users = engine.users();
  if (!report::every_body_refusal(users, actor.user)) return;
  for (const auto& one : file.rows) {
    const auto* old = engine.row(definition.id, one.row.key);
    if (old != nullptr) require_body(engine, actor, organisation_of_row(engine, definition, *old));
    require_body(engine, actor, organisation_of_row(engine, definition, one.row));
  }
}

// Merges a row of the file into what the register holds.
class RowMerge {
 public:
  // `file` is read here and not afterwards; `findings` gets what is kept or changed of a decided row.
  RowMerge(const RegisterDefinition& definition, const RegisterFile& file, report::Findings& findings)
      : definition_(definition), findings_(findings) {
    for (const RegisterColumn& column : definition.columns) {
      if (!file.columns.contains(column.id)) unsaid_.push_back(column.id);
    }
    // Verdicts recorded here are missing from the portal's export.
    for (const RegisterColumn& column : definition.columns) {
      if (verdict_of(column.role) || column.role == RegisterRole::withdrawn_on) unsaid_.push_back(column.id);
    }
    for (const auto& one : file.rows) lines_[one.row.key] = one.line;
    place_.file = file.file;
    place_.sheet = file.sheet;
    place_.has_cells = file.has_cells;
    place_.columns = file.columns;
  }

  void operator()(report::RegisterRow& row, const report::RegisterRow* old) const {
    if (old == nullptr) return;
    for (const std::string& column : unsaid_) {
      const auto at = old->values.find(column);
      if (!row.values.contains(column) && at != old->values.end()) row.values[column] = at->second;
    }
    if (!has_verdict(definition_, *old, VerdictKind::decision) && !has_verdict(definition_, *old, VerdictKind::answer))
      return;
    for (const RegisterColumn& column : definition_.columns) decided(row, *old, column);
  }

 private:
  // A recorded verdict is kept; what it lacks may be added. What else the file says of a proposal that was decided on
  // is taken, and said; totals of votes go on growing.
  void decided(report::RegisterRow& row, const report::RegisterRow& old, const RegisterColumn& column) const {
    const auto verdict = verdict_of(column.role);
    if (verdict && !has_verdict(definition_, old, *verdict)) return;
    if (!verdict && column.type == form::ColumnType::integer) return;
    const auto at = old.values.find(column.id);
    const form::Value before = at == old.values.end() ? form::Value() : at->second;
    if (form::canonical_text(before) == cell_text(row, column)) return;
    Message::Args args{{"key", old.key}, {"column", column.title.text}, {"before", cell_words(old, column)}};
    args.emplace_back("after", cell_words(row, column));
    const bool kept = verdict && !form::is_blank(before);
    if (kept) row.values[column.id] = before;
    findings_.push_back(place_.at(lines_.at(old.key), column.id,
                                  Message(kept ? "IMPORT-VERDICT-KEPT" : "IMPORT-DECIDED-CHANGED", std::move(args)),
                                  Severity::warning));
  }

  const RegisterDefinition& definition_;
  report::Findings& findings_;
  std::vector<std::string> unsaid_;   // columns in which a blank says nothing
  std::map<std::string, int> lines_;  // of the file, by key
  RegisterFile place_;                // without its rows
};

// What concerns the whole file comes first.
void by_line(report::Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
}

}  // namespace

ImportResult import_register(Engine& engine, const std::string& register_id, const std::filesystem::path& file,
                             const registry::Actor& actor) {
  ImportResult out;
  require_right(engine, report::RegisterAction::import, actor);
  const auto& definition = engine.catalog().register_by_id(register_id);
  constexpr uint64_t kMostBytes = uint64_t{32} << 20;  // half a million rows
  std::string bytes = read_file(file, kMostBytes);
  const std::string hash = sha256_hex(bytes);
  const auto limits = plausible_limits(engine);
  report::Doubts doubts(limits ? &*limits : nullptr, actor.at.date);
  RegisterFile read = read_register_file(definition, file.string(), std::move(bytes), out.findings,
                                         &engine.rows(definition.id), &doubts);
  if (report::has_errors(out.findings)) {
    // Nothing is taken; what else is wrong is said at once.
    check_register(engine, definition, read, actor.at.date, out.findings);
    report::drop_answered_doubts(out.findings);
    by_line(out.findings);
    return out;
  }
  const auto judged_rows = [&]() -> std::vector<report::RegisterRow> {
    engine.forget_rows();
    check_register(engine, definition, read, actor.at.date, out.findings);
    report::drop_answered_doubts(out.findings);
    require_own_rows(engine, definition, read, actor);
    if (report::has_errors(out.findings)) return {};
    find_stranded(engine, definition, read, out.findings);
    return std::move(read).take_rows();
  };
  const RowMerge merge(definition, read, out.findings);
  out.count = engine.registry().import_rows(definition, judged_rows, {hash}, actor, merge);
  by_line(out.findings);
  engine.forget_rows();
  collect_leftovers(engine.workspace());
  out.done = !report::has_errors(out.findings);
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "report/read/right_values.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "form/form_definition.h"
#include "report/read/bind.h"
#include "report/read/key_findings.h"

namespace esep::report {
namespace {

using form::FormDefinition;
using form::Value;
using table::RuleHit;
using Suggestions = std::vector<std::pair<RuleHit*, Value>>;
using WrongCells = std::map<std::string, std::set<int64_t>>;  // sheet rows by id; 0: a field, or the whole column

bool is_error_hit(const RuleHit& hit) {
  return hit.rule == nullptr || hit.failure || hit.rule->severity == Severity::error;
}

WrongCells wrong_cells(const FormDefinition& form, const Findings& of_cells, const std::vector<RuleHit>& hits) {
  WrongCells out;
  const auto add = [&](const std::string& id, int64_t row) {
    if (!id.empty()) out[id].insert(form.column(id) == nullptr ? 0 : row);
  };
  for (const Finding& one : of_cells) {
    if (one.severity == Severity::error) add(one.column, one.row);
  }
  for (const RuleHit& one : hits) {
    if (is_error_hit(one)) add(one.column, one.sheet_row);
  }
  return out;
}

// A cell of a record's head stands in its first row, but every row of the record reads it.
bool is_shared(const FormDefinition& form, const std::string& id) {
  return form.rows.kind == form::RowKind::grouped && form.column(id) != nullptr && form.is_head_column(id);
}

bool reads_wrong_cell(const FormDefinition& form, const WrongCells& wrong, const RuleHit& hit) {
  const bool of_all = hit.sheet_row == 0 || hit.reads->contains("rows");
  for (const auto& [id, rows] : wrong) {
    if (!hit.reads->contains(id)) continue;
    if (id == hit.column) {  // its own cell is what is to be corrected; a sum may read the others of the column
      if (of_all && form.column(id) != nullptr && rows.size() > (rows.contains(hit.sheet_row) ? 1U : 0U)) return true;
      continue;
    }
    const bool is_field = form.column(id) == nullptr;
    if (of_all || is_field || is_shared(form, id) || rows.contains(hit.sheet_row)) return true;
  }
  return false;
}

void put(const FormDefinition& form, const RuleHit& hit, const Value& value, table::RuleRunner& runner,
         table::RuleContext& context) {
  if (form.column(hit.column) != nullptr) {
    runner.put(hit.sheet_row, hit.column, value);
  } else {
    context.head[hit.column] = value;
  }
}

// The hits at whose cell another rule, or their own, has an error once their suggested values stand there.
void try_values(const FormDefinition& form, const Suggestions& suggestions, table::RuleRunner& runner,
                table::RuleContext context) {
  for (const auto& [hit, value] : suggestions) put(form, *hit, value, runner, context);
  Diagnostics unheard;
  const auto after = runner.run(context, kMaxFindings, unheard);
  for (const auto& [hit, value] : suggestions) put(form, *hit, hit->row.at(hit->column), runner, context);
  std::set<std::pair<std::string, int64_t>> refused;
  for (const RuleHit& one : after) {
    if (is_error_hit(one) && one.reads->contains(one.column)) refused.emplace(one.column, one.sheet_row);
  }
  const bool cut = after.size() == kMaxFindings;
  for (const auto& [hit, value] : suggestions) {
    hit->is_unsure =
        refused.contains({hit->column, hit->sheet_row}) || (cut && hit->sheet_row >= after.back().sheet_row);
  }
}

}  // namespace

void doubt_right_values(const FormDefinition& form, const Findings& of_cells, std::vector<RuleHit>& hits,
                        table::RuleRunner& runner, const table::RuleContext& context) {
  const WrongCells wrong = wrong_cells(form, of_cells, hits);
  Suggestions suggestions;
  for (RuleHit& hit : hits) {
    if (hit.rule == nullptr || hit.failure || form::is_blank(hit.right)) continue;
    hit.is_unsure = reads_wrong_cell(form, wrong, hit);
    if (hit.is_unsure) continue;
    Value value = suggested_value(form, hit);
    if (!form::is_blank(value)) suggestions.emplace_back(&hit, std::move(value));
  }
  if (!suggestions.empty()) try_values(form, suggestions, runner, context);
}

}  // namespace esep::report

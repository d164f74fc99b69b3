// SPDX-License-Identifier: MIT
#include "report/read/validate.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "calendar/typed_period.h"
#include "form/label.h"
#include "form/shown_value.h"
#include "report/cell_reference.h"
#include "report/read/key_findings.h"
#include "report/read/left_out.h"
#include "report/read/linked_cells.h"
#include "report/read/lost_letters.h"
#include "report/read/nothing_cells.h"
#include "report/read/plausible.h"
#include "report/read/right_values.h"

namespace esep::report {
namespace {

std::string field_address(const Grid& grid, const Layout& layout, const std::string& field, int& row) {
  for (const auto& at : layout.fields) {
    if (at.field != field) continue;
    row = at.row;
    return grid.has_cells() ? cell_name(at.row, at.cell.column) : "";
  }
  return "";
}

Finding to_finding(const ReceivedFile& file, const Layout& layout, const table::RuleHit& hit,
                   const calendar::Date& received) {
  Finding out = finding_of(file.form, hit, received);
  out.file = file.name;
  out.sheet = file.grid.sheets()[layout.sheet].name;
  const int index = file.form.column_index(hit.column);
  if (index >= 0 && hit.sheet_row == 0 && file.grid.has_cells()) {  // of the whole column: at its number or title
    out.cell = address(file.grid, layout, index, layout.header_row);
    if (!out.cell.empty()) out.row = layout.header_row;
    return out;
  }
  out.cell = file.form.field(hit.column) != nullptr && index < 0 ? field_address(file.grid, layout, hit.column, out.row)
                                                                 : address(file.grid, layout, index, hit.sheet_row);
  return out;
}

int column_number(const std::string& cell) {
  const auto reference = parse_reference(cell);
  return reference ? reference->column : 0;
}

// Rules see an unreadable cell as NULL. The cell already has a finding, so a rule's finding there is dropped.
bool is_unreadable(const Findings& findings, const Finding& hit) {
  return !hit.column.empty() && std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return f.row == hit.row && f.column == hit.column && f.severity == Severity::error && f.code.starts_with("CELL-");
  });
}

// What a rule says of a row, or of the table, whose cell it needs and nobody can read is not known yet.
bool needs_unreadable(const Findings& findings, const table::RuleHit& hit, int header_row) {
  if (hit.rule == nullptr || hit.reads == nullptr) return false;
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
    const bool within = one.row == hit.sheet_row || hit.sheet_row == 0 || one.row <= header_row;
    return within && !one.column.empty() && one.severity == Severity::error && one.code.starts_with("CELL-") &&
           one.code != "CELL-PREFILLED" && hit.reads->contains(one.column);
  });
}

// A rule over an empty table says nothing of a nil report; what is above the table is asked of it too, but for what is
// added up from the table.
bool speaks_of_table(const form::FormDefinition& form, const table::RuleHit& hit) {
  if (hit.rule != nullptr) return !hit.rule->key || hit.rule->key->kind == form::KeyCheck::Kind::total;
  const form::Field* field = form.field(hit.column);
  return field != nullptr && is_of_table(form, *field);
}

// Whether reading ended before the end of the file, and what stands behind that place is unknown.
bool is_cut_short(const ReceivedFile& file) {
  const Findings& problems = file.grid.problems();
  return std::any_of(problems.begin(), problems.end(), [](const Finding& one) {
    return one.code.starts_with("FILE-") && one.severity == Severity::error;
  });
}

// What is said to be missing may stand behind that place.
void drop_missing(Findings& findings) {
  constexpr std::array<std::string_view, 7> kMissing{"ROWS-TOO-FEW",    "ROWS-TOO-FEW-OR-NIL", "ROWS-FIXED-MISSING",
                                                     "TABLE-NOT-FOUND", "COLUMN-MISSING",      "LABEL-LOST",
                                                     "LABEL-NONE"};
  std::erase_if(findings, [&](const Finding& one) {
    return std::find(kMissing.begin(), kMissing.end(), one.message.key) != kMissing.end();
  });
}

void run_rules(const ReceivedFile& file, const CheckedReport& report, const table::RuleContext& context,
               table::RuleRunner& runner, const NothingCells& nothing) {
  const bool cut_short = is_cut_short(file);
  Diagnostics diagnostics;
  const Findings of_cells = file.findings;
  auto hits = runner.run(context, kMaxFindings, diagnostics);
  doubt_right_values(file.form, of_cells, hits, runner, context);
  Findings open = of_cells;  // and the cells that a required_if misses: sums of them are not judged
  for (const table::RuleHit& hit : hits) {
    if (hit.rule == nullptr) open.push_back(to_finding(file, report.layout, hit, context.received_on));
  }
  for (const table::RuleHit& hit : hits) {
    if (report.head.nil && hit.sheet_row == 0 && speaks_of_table(file.form, hit)) continue;
    if (has_open_part(hit, open) || (cut_short && hit.sheet_row == 0)) continue;
    if (needs_unreadable(of_cells, hit, report.layout.header_row)) continue;
    Finding finding = to_finding(file, report.layout, hit, context.received_on);
    nothing.tell(hit, finding);
    if (!is_unreadable(of_cells, finding)) file.findings.push_back(std::move(finding));
  }
  for (const Diagnostic& d : diagnostics)
    file.findings.push_back(Finding::of(d.code, d.message).in(file.name).as(d.severity));
}

}  // namespace

Finding finding_of(const form::FormDefinition& form, const table::RuleHit& hit, const calendar::Date& received) {
  Finding out;
  out.column = hit.column;
  out.row = static_cast<int>(hit.sheet_row);
  if (hit.failure) {
    out.code = hit.failure->key;
    out.message = *hit.failure;
  } else if (hit.rule == nullptr) {
    const form::Column* column = form.column(hit.column);
    out.code = column != nullptr ? "CELL-REQUIRED" : "FIELD-REQUIRED";
    out.message = column != nullptr ? Message("CELL-REQUIRED",
                                              {{"number", column->number}, {"title", form::told_title(form, *column)}})
                                    : Message("FIELD-REQUIRED", {{"title", form.field(hit.column)->title.text}});
  } else {
    out.code = hit.rule->code;
    out.severity = hit.rule->severity;
    if (out.severity == Severity::error && hit.rule->enforce_from && received < *hit.rule->enforce_from) {
      out.severity = Severity::warning;
    }
    out.message = hit.rule->key ? key_message(form, hit) : rule_message(form, hit);
    out.law = hit.rule->law;
  }
  return out;
}

namespace {

// Heading fields hold the period in the register's language; people read it in their own.
LocalText texts_of(const form::FormDefinition& form, const std::string& id, const form::Value& value) {
  if (form::is_blank(value)) return {"—", "—", "—"};  // a sentence names what is blank, too
  const form::ValueSpec* spec = form.value_spec(id);
  const form::Field* field = form.column(id) == nullptr ? form.field(id) : nullptr;
  if (field != nullptr && field->source == form::FieldSource::period) {
    if (const auto period = calendar::parse_typed_period(form::canonical_text(value))) return period->names();
  }
  return spec != nullptr ? form::shown_texts(*spec, value) : form::display_texts(form::ColumnType::text, value);
}

}  // namespace

Message::Args rule_arguments(const form::FormDefinition& form, const table::RuleHit& hit) {
  Message::Args args;
  for (const auto& [id, value] : hit.row) args.emplace_back(id, texts_of(form, id, value));
  return args;
}

CheckedReport validate(const ReceivedFile& file, table::RuleRunner& runner, table::RuleContext context,
                       const PreviousRows& previous, const ExpectedRows* expected) {
  CheckedReport out;
  const size_t first = file.findings.size();
  runner.clear();
  auto layout = locate(file);
  if (layout) {
    out.readable = true;
    out.layout = std::move(*layout);
    out.head = bind_head(file, out.layout);
    RowKeys keys(file.form, expected);
    NothingCells nothing(file.form, out.head.nothing);
    out.rows = bind_rows(file, out.layout, out.head, [&](const table::TypedRow& row) {
      nothing.take(row);
      const auto plain = keys.without_dots(row);
      keys.take(plain ? *plain : row);
      runner.add_row(plain ? *plain : row);
    });
    report_unread(file, out.layout);
    name_link_targets(file, out.layout);
    if (!is_cut_short(file)) keys.report(file, out.layout, out.head);
    table::TypedRow row;
    while (previous && previous(row)) runner.add_previous_row(row);
    for (const auto& [id, value] : out.head.values) context.head[id] = value;
    run_rules(file, out, context, runner, nothing);
  }
  if (is_cut_short(file)) drop_missing(file.findings);
  for (const Finding& problem : file.grid.problems()) file.findings.push_back(problem);
  out.letters_lost = tell_lost_encoding(file, first);
  sort_findings(file.findings);
  gather_lost_letters(file.findings);
  drop_answered_doubts(file.findings);
  return out;
}

void sort_findings(Findings& findings) {
  const auto key = [](const Finding& f) {
    return std::make_tuple(std::cref(f.file), std::cref(f.sheet), f.row, column_number(f.cell), std::cref(f.code));
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

}  // namespace esep::report

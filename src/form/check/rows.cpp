// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "form/check/form.h"

namespace esep::form {
namespace {

class RowChecker {
 public:
  RowChecker(const FormDefinition& form, const FileProblems& problems)
      : form_(form), rows_(form.rows), problems_(problems), columns_(ids_of(form.columns)) {}

  void run() {
    limits();
    foreign_keys();
    fixed();
    if (rows_.kind == RowKind::grouped) grouped();
    require("key", rows_.key);
    source();
  }

 private:
  void report(std::string_view key, const char* code, Message::Args args = {}, std::string meant = {}) {
    problems_.report_in("rows", key, Message(code, std::move(args)), std::move(meant));
  }

  void limits() {
    if (rows_.max > 0 && rows_.min > rows_.max) report("min", "FORM-ROWS-MIN-MAX");
  }

  // A key of another kind of rows would have no effect.
  void foreign_keys() {
    const auto foreign = [&](bool given, RowKind of, const char* key, const char* kind) {
      if (given && rows_.kind != of) report(key, "FORM-ROWS-KEY", {{"key", key}, {"kind", kind}});
    };
    foreign(!rows_.fixed.empty(), RowKind::fixed, "fixed", "fixed");
    foreign(!rows_.head.empty(), RowKind::grouped, "head", "grouped");
    foreign(!rows_.lists.empty(), RowKind::grouped, "lists", "grouped");
  }

  void fixed() {
    if (rows_.kind == RowKind::fixed && rows_.fixed.empty()) report("kind", "FORM-FIXED-EMPTY");
    for (size_t i = 0; i < rows_.fixed.size(); ++i) {
      if (rows_.kind == RowKind::fixed) recognisable(i);
      for (const auto& [column, text] : rows_.fixed[i].values) {
        if (form_.column(column) != nullptr) continue;
        problems_.report_at("rows.fixed", i, column, Message("FORM-COLUMN", {{"name", column}}),
                            nearest(column, columns_), "values");
      }
    }
  }

  // A received row is one of the form's by its preset cells: without them nobody could hand in a report.
  void recognisable(size_t i) {
    const FixedRow& row = rows_.fixed[i];
    const std::string example = form_.columns.empty() ? "column" : form_.columns.front().id;
    if (row.values.empty()) {
      problems_.report_at("rows.fixed", i, "values",
                          Message("FORM-FIXED-VALUES", {{"row", row.id}, {"column", example}}));
      return;
    }
    for (size_t before = 0; before < i; ++before) {
      const FixedRow& other = rows_.fixed[before];
      if (other.id == row.id || !same_cells(other, row)) continue;  // one id: said already
      problems_.report_at("rows.fixed", i, "values",
                          Message("FORM-FIXED-SAME", {{"row", row.id}, {"other", other.id}}));
      return;
    }
  }

  static bool same_cells(const FixedRow& one, const FixedRow& other) {
    return std::equal(one.values.begin(), one.values.end(), other.values.begin(), other.values.end(),
                      [](const auto& a, const auto& b) { return a.first == b.first && a.second.kk == b.second.kk; });
  }

  // Locked values need a source; rows from a source need a key to be recognised when they come back.
  void source() {
    for (size_t i = 0; i < form_.columns.size(); ++i) {
      if (!form_.columns[i].prefilled || !rows_.source.empty()) continue;
      problems_.report_at("column", i, "prefilled", Message("FORM-PREFILLED", {{"column", form_.columns[i].id}}));
    }
    if (!rows_.source.empty() && rows_.key.empty() && !form_.reporting.composed)
      report("source", "FORM-ROWS-SOURCE", {{"key", "source"}});
    if (!rows_.predecessors.empty() && rows_.key.empty())
      report("predecessors", "FORM-ROWS-SOURCE", {{"key", "predecessors"}});
    if (!rows_.source.empty() && rows_.kind == RowKind::fixed)
      report("source", "FORM-ROWS-KEY", {{"key", "source"}, {"kind", "repeat"}});
    if (form_.reporting.composed && rows_.source.empty()) report("source", "FORM-COMPOSED");
  }

  void grouped() {
    if (rows_.head.empty()) report("head", "FORM-GROUPED-HEAD");
    if (rows_.lists.empty()) report("lists", "FORM-GROUPED-LISTS");
    std::vector<std::string> placed = rows_.head;
    require("head", rows_.head);
    for (const auto& list : rows_.lists) {
      if (list.empty()) report("lists", "FORM-GROUPED-LISTS");
      require("lists", list);
      placed.insert(placed.end(), list.begin(), list.end());
    }
    for (size_t i = 0; i < form_.columns.size(); ++i) {
      const std::string& id = form_.columns[i].id;
      const auto times = std::count(placed.begin(), placed.end(), id);
      if (id.empty() || times == 1) continue;
      problems_.report_at("column", i, "id",
                          Message("FORM-GROUPED-COLUMN", {{"name", id}, {"times", std::to_string(times)}}));
    }
  }

  void require(std::string_view key, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      if (form_.column(id) == nullptr) report(key, "FORM-COLUMN", {{"name", id}}, nearest(id, columns_));
    }
  }

  const FormDefinition& form_;
  const Rows& rows_;
  const FileProblems& problems_;
  std::vector<std::string> columns_;
};

}  // namespace

void check_rows(const FormDefinition& form, const FileProblems& problems) { RowChecker(form, problems).run(); }

}  // namespace esep::form

// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "base/text.h"
#include "form/reader_parts.h"

namespace esep::form {
namespace {

using datafile::TableReader;

// Reports against the form as a whole, naming what is meant: the parts have been read by then.
class Checker {
 public:
  Checker(const FormDefinition& form, TableReader& file) : form_(form), file_(file) {}

  void run() {
    unique_ids();
    groups();
    grain();
    places();
    for (const Obligation& obligation : form_.obligations) {
      if (obligation.period != form_.period && !obligation.event.empty()) continue;
      if (obligation.period != form_.period) report("FORM-OBLIGATION-PERIOD", obligation.id);
    }
  }

 private:
  void report(const char* code, const std::string& name, const std::string& meant = "") {
    file_.report("", code, Message(code, {{"name", name}}), meant);
  }

  void unique_ids() {
    std::set<std::string> ids;
    std::set<std::string> numbers;
    for (const auto* list : {&form_.fields, &form_.columns}) {
      for (const Column& column : *list) {
        if (!ids.insert(column.id).second) report("FORM-DUPLICATE-ID", column.id);
        if (!column.number.empty() && !numbers.insert(column.number).second) report("FORM-DUPLICATE-NUMBER", column.number);
      }
    }
    std::set<std::string> codes;
    for (const Group& group : form_.groups) {
      if (!ids.insert(group.id).second) report("FORM-DUPLICATE-ID", group.id);
    }
    for (const Rule& rule : form_.rules) {
      if (!codes.insert(rule.code).second) report("FORM-DUPLICATE-CODE", rule.code);
    }
    if (form_.columns.empty()) report("FORM-NO-COLUMNS", form_.id);
  }

  std::vector<std::string> ancestors(std::string group) const {
    std::vector<std::string> out;
    while (!group.empty() && out.size() < 20) {
      out.push_back(group);
      const Group* found = form_.group(group);
      group = found == nullptr ? "" : found->parent;
    }
    return out;
  }

  void groups() {
    std::vector<std::string> known;
    for (const Group& group : form_.groups) known.push_back(group.id);
    for (const Group& group : form_.groups) {
      if (!group.parent.empty() && form_.group(group.parent) == nullptr) report("FORM-GROUP", group.parent, nearest(group.parent, known));
      if (ancestors(group.id).size() >= 20) report("FORM-GROUP-CYCLE", group.id);
    }
    for (const Column& column : form_.columns) {
      if (!column.group.empty() && form_.group(column.group) == nullptr) report("FORM-GROUP", column.group, nearest(column.group, known));
    }
    contiguous();
  }

  // A header cell spans neighbours only: once a group has ended it must not begin again.
  void contiguous() {
    std::set<std::string> closed;
    std::vector<std::string> open;
    for (const Column& column : form_.columns) {
      const std::vector<std::string> now = ancestors(column.group);
      for (const std::string& group : open) {
        if (std::find(now.begin(), now.end(), group) == now.end()) closed.insert(group);
      }
      for (const std::string& group : now) {
        if (closed.contains(group)) report("FORM-GROUP-SPLIT", group);
      }
      open = now;
    }
  }

  void grain() {
    if (form_.rows.kind == RowKind::fixed && form_.rows.fixed.empty()) report("FORM-FIXED-EMPTY", form_.id);
    for (const FixedRow& row : form_.rows.fixed) {
      for (const auto& [column, text] : row.values) require_column(column);
    }
    if (form_.rows.kind != RowKind::grouped) return;
    std::vector<std::string> placed = form_.rows.head;
    for (const auto& list : form_.rows.lists) placed.insert(placed.end(), list.begin(), list.end());
    for (const std::string& column : placed) require_column(column);
    for (const Column& column : form_.columns) {
      if (std::count(placed.begin(), placed.end(), column.id) != 1) report("FORM-GROUPED-COLUMN", column.id);
    }
    if (form_.rows.head.empty()) report("FORM-GROUPED-HEAD", form_.id);
  }

  void require_column(const std::string& id) {
    if (form_.column(id) != nullptr) return;
    std::vector<std::string> known;
    for (const Column& column : form_.columns) known.push_back(column.id);
    report("FORM-COLUMN", id, nearest(id, known));
  }

  void places() {
    for (const Rule& rule : form_.rules) {
      if (!rule.column.empty() && form_.field(rule.column) == nullptr) require_column(rule.column);
    }
    for (const Signature& signature : form_.signatures) {
      if (!signature.name_field.empty() && form_.field(signature.name_field) == nullptr) report("FORM-FIELD", signature.name_field);
    }
    for (const Example& example : form_.examples) {
      for (const auto& [field, text] : example.fields) {
        if (form_.field(field) == nullptr) report("FORM-FIELD", field);
      }
      for (const auto& row : example.rows) {
        for (const auto& [column, text] : row) require_column(column);
      }
    }
  }

  const FormDefinition& form_;
  TableReader& file_;
};

}  // namespace

void check_structure(const FormDefinition& form, TableReader& file) { Checker(form, file).run(); }

}  // namespace esep::form

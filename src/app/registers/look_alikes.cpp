// SPDX-License-Identifier: MIT
#include "app/registers/look_alikes.h"

#include <algorithm>
#include <set>

#include "app/core/code_look.h"
#include "app/core/name_words.h"
#include "app/registers/cell_text.h"
#include "app/registers/register_types.h"
#include "base/skeleton.h"
#include "base/text.h"

namespace esep::app {
namespace {

class LookAlikes {
 public:
  LookAlikes(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file, report::Findings& findings)
      : engine_(engine), definition_(definition), file_(file), findings_(findings) {}

  // A key of several columns is made of codes of other registers.
  void codes() {
    if (!definition_.key.empty()) return;
    for (const RegisterRow& row : engine_.rows(definition_.id)) keys_[look_.of(row.key)].insert(row.key);
    for (const auto& one : file_.rows) keys_[look_.of(one.row.key)].insert(one.row.key);
    for (const RegisterFile::Row* one : in_order_of_lines()) {
      const auto& alike = keys_[look_.of(one->row.key)];
      if (alike.size() > 1) code(*one, alike);
    }
  }

  void names() {
    const NameWords words = read_name_words(engine_);
    std::vector<const RegisterColumn*> columns;
    for (const RegisterColumn& column : definition_.columns) {
      const bool is_name = column.role == RegisterRole::title || words.is_of_name(column.id);
      if (is_name && column.type == form::ColumnType::text) columns.push_back(&column);
    }
    for (const RegisterFile::Row* one : in_order_of_lines()) {
      const RegisterRow* old = engine_.row(definition_.id, one->row.key);
      for (const RegisterColumn* column : columns) {
        const std::string now = cell_text(one->row, *column);
        if (!now.empty() && (old == nullptr || cell_text(*old, *column) != now)) name(*one, *column, now, columns);
      }
    }
  }

 private:
  [[nodiscard]] std::vector<const RegisterFile::Row*> in_order_of_lines() const {
    std::vector<const RegisterFile::Row*> out;
    for (const auto& one : file_.rows) out.push_back(&one);
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->line < b->line; });
    return out;
  }

  void code(const RegisterFile::Row& one, const std::set<std::string>& alike) {
    const bool is_new = engine_.row(definition_.id, one.row.key) == nullptr;
    std::vector<std::string> others;
    for (const std::string& key : alike) {
      if (key != one.row.key) others.push_back(key);
    }
    const auto* column = definition_.by_role(RegisterRole::key);
    Message message("IMPORT-LOOK-ALIKE", {{"key", one.row.key}, {"other", join(others, ", ")}});
    findings_.push_back(file_.at(one.line, column == nullptr ? "" : column->id, std::move(message),
                                 is_new ? Severity::error : Severity::warning));
  }

  // The names of every organisation as the import would leave it, by skeleton.
  struct Holder {
    std::string key;
    bool is_title = false;
  };
  void read_names(const std::vector<const RegisterColumn*>& columns) {
    if (!holders_.empty()) return;
    std::map<std::string, const RegisterRow*> rows;
    for (const RegisterRow& row : engine_.rows(definition_.id)) rows[row.key] = &row;
    for (const auto& one : file_.rows) rows[one.row.key] = &one.row;
    for (const auto& [key, row] : rows) {
      rows_[key] = row;
      for (const RegisterColumn* column : columns) {
        for (const std::string& part : split(cell_text(*row, *column), ';')) {
          if (!trim(part).empty()) holders_.emplace(skeleton(part), Holder{key, column->role == RegisterRole::title});
        }
      }
    }
  }

  void name(const RegisterFile::Row& one, const RegisterColumn& column, const std::string& text,
            const std::vector<const RegisterColumn*>& columns) {
    read_names(columns);
    for (const std::string& part : split(text, ';')) {
      if (trim(part).empty()) continue;
      const auto [begin, end] = holders_.equal_range(skeleton(part));
      const auto is_other = [&](const auto& at) { return at.second.key != one.row.key; };
      auto other = std::find_if(begin, end, [&](const auto& at) { return is_other(at) && at.second.is_title; });
      if (other == end) other = std::find_if(begin, end, is_other);
      if (other == end) continue;
      const RegisterRow& row = *rows_.at(other->second.key);
      const auto kind = [&](const RegisterRow& of) { return report::row_text(definition_, of, RegisterRole::kind); };
      const bool both_titles = column.role == RegisterRole::title && other->second.is_title;
      Message message("IMPORT-NAME-TAKEN", {{"column", column.title.text},
                                            {"name", trim(part)},
                                            {"other", row.key},
                                            {"title", report::row_title(definition_, row)}});
      findings_.push_back(file_.at(one.line, column.id, std::move(message),
                                   both_titles && kind(row) == kind(one.row) ? Severity::error : Severity::warning));
      return;
    }
  }

  Engine& engine_;
  const RegisterDefinition& definition_;
  const RegisterFile& file_;
  report::Findings& findings_;
  CodeLook look_;
  std::map<std::string, std::set<std::string>> keys_;  // by look
  std::multimap<std::string, Holder> holders_;
  std::map<std::string, const RegisterRow*> rows_;
};

}  // namespace

void find_look_alikes(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file,
                      report::Findings& findings) {
  LookAlikes check(engine, definition, file, findings);
  check.codes();
  if (definition.is_organisations) check.names();
}

}  // namespace esep::app

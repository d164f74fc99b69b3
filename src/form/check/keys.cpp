// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "base/text.h"
#include "form/check/form.h"

namespace esep::form {
namespace {

// One list of the file: its columns or its fields.
template <typename Item>
struct List {
  std::string_view name;
  const char* unknown;
  const std::vector<Item>& items;

  [[nodiscard]] const Item* find(const std::string& id) const {
    const auto at = std::find_if(items.begin(), items.end(), [&](const Item& one) { return one.id == id; });
    return at == items.end() ? nullptr : &*at;
  }
};

bool is_number(const ValueSpec& spec) { return is_numeric_type(spec.type) && !spec.holds_lines(); }

// Both in whole numbers or both in decimals, and the sum can hold what its parts can.
bool can_add_up(const ValueSpec& sum, const ValueSpec& part) {
  return is_number(sum) && is_number(part) && is_decimal_type(sum.type) == is_decimal_type(part.type) &&
         sum.scale >= part.scale;
}

class KeyChecker {
 public:
  KeyChecker(const FormDefinition& form, const FileProblems& problems) : form_(form), problems_(problems) {
    for (const Rule& rule : form.rules) rules_.insert(rule.code);
  }

  void run() {
    const List<Field> fields{"field", "FORM-FIELD", form_.fields};
    const List<Column> columns{"column", "FORM-COLUMN", form_.columns};
    of_list(fields);
    of_list(columns);
    for (size_t i = 0; i < form_.fields.size(); ++i) total(fields, columns, i);
  }

 private:
  template <typename Item>
  void of_list(const List<Item>& list) {
    for (size_t i = 0; i < list.items.size(); ++i) {
      const Checks& checks = list.items[i].checks;
      if (checks.min) words(list.name, i, "min", checks.min->words);
      if (checks.max) words(list.name, i, "max", checks.max->words);
      for (const Sum& sum : checks.sums) {
        words(list.name, i, "sum_of", sum.words);
        std::set<std::string> added;
        for (const std::string& part : sum.of) {
          this->part(list, i, part);
          if (!added.insert(part).second) problems_.report_at(list.name, i, "sum_of", named("FORM-SUM-TWICE", part));
        }
        if (!sum.at.empty() && list.find(sum.at) == nullptr) unknown(list, i, "sum_of", sum.at);
      }
      same_sums(list, i);
      std::set<std::string> seen;
      if (comes_round(list, list.items[i].id, list.items[i], seen))
        problems_.report_at(list.name, i, "sum_of", named("FORM-SUM-CYCLE", list.items[i].id));
    }
  }

  // Two sums of the same parts would find the same mistake twice.
  template <typename Item>
  void same_sums(const List<Item>& list, size_t i) {
    std::set<std::set<std::string>> seen;
    for (const Sum& sum : list.items[i].checks.sums) {
      if (!seen.insert({sum.of.begin(), sum.of.end()}).second)
        problems_.report_at(list.name, i, "sum_of", named("FORM-SUM-SAME", join(sum.of, " + ")));
    }
  }

  template <typename Item>
  void part(const List<Item>& list, size_t i, const std::string& id) {
    const Item& sum = list.items[i];
    const Item* part = list.find(id);
    if (part == nullptr) return unknown(list, i, "sum_of", id);
    if (!can_add_up(sum, *part)) return type(list.name, i, "sum_of", sum.id, id);
    // Of one level, or there is no row that has both.
    if (form_.rows.kind == RowKind::grouped && form_.column(id) != nullptr &&
        form_.list_of(id) != form_.list_of(sum.id))
      problems_.report_at(list.name, i, "sum_of", Message("FORM-SUM-LEVEL", {{"column", sum.id}, {"name", id}}));
  }

  void total(const List<Field>& fields, const List<Column>& columns, size_t i) {
    const Field& field = fields.items[i];
    if (!field.checks.total) return;
    const std::string& id = field.checks.total->column;
    words("field", i, "total_of", field.checks.total->words);
    const Column* column = columns.find(id);
    if (column == nullptr) {
      problems_.report_at("field", i, "total_of", named("FORM-COLUMN", id), nearest(id, ids_of(columns.items)));
    } else if (!can_add_up(field, *column)) {
      type("field", i, "total_of", field.id, id);
    }
  }

  template <typename Item>
  void unknown(const List<Item>& list, size_t i, std::string_view key, const std::string& id) {
    problems_.report_at(list.name, i, key, named(list.unknown, id), nearest(id, ids_of(list.items)));
  }

  void type(std::string_view list, size_t i, std::string_view key, const std::string& sum, const std::string& part) {
    problems_.report_at(list, i, key, Message("FORM-SUM-TYPE", {{"column", sum}, {"name", part}}));
  }

  // Whether a sum is, by way of its parts, a part of itself.
  template <typename Item>
  static bool comes_round(const List<Item>& list, const std::string& start, const Item& at,
                          std::set<std::string>& seen) {
    for (const Sum& sum : at.checks.sums) {
      for (const std::string& part : sum.of) {
        if (part == start) return true;
        const Item* next = list.find(part);
        if (next != nullptr && seen.insert(part).second && comes_round(list, start, *next, seen)) return true;
      }
    }
    return false;
  }

  // A code means one thing: a rule, or keys that say the same.
  void words(std::string_view list, size_t i, std::string_view key, const OwnWords& words) {
    if (words.code.empty()) return;
    if (rules_.contains(words.code)) problems_.report_at(list, i, key, named("FORM-DUPLICATE-CODE", words.code));
    if (!words.message.empty() && !with_message_.insert(words.code).second)
      problems_.report_at(list, i, key, named("FORM-KEY-MESSAGE", words.code));
  }

  static Message named(const char* code, const std::string& name) { return Message(code, {{"name", name}}); }

  const FormDefinition& form_;
  const FileProblems& problems_;
  std::set<std::string> rules_;
  std::set<std::string> with_message_;
};

}  // namespace

void check_keys(const FormDefinition& form, const FileProblems& problems) { KeyChecker(form, problems).run(); }

}  // namespace esep::form

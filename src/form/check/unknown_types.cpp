// SPDX-License-Identifier: MIT
#include "form/check/unknown_types.h"

#include <algorithm>
#include <set>

#include "form/value.h"

namespace esep::form {
namespace {

// Columns and fields, by id, whose type nobody knows.
std::set<std::string> of_unknown_type(const datafile::Node& root) {
  std::set<std::string> out;
  for (const char* list : {"column", "field"}) {
    const auto tables = root.member(list);
    if (!tables || tables->kind() != datafile::Kind::array) continue;
    for (const datafile::Node& table : tables->items()) {
      if (table.kind() != datafile::Kind::table) continue;
      const auto type = table.member("type");
      const auto id = table.member("id");
      if (type && id && !column_type_from(type->string().value_or(""))) out.insert(id->string().value_or(""));
    }
  }
  return out;
}

// Codes of diagnostics that a type decides; each names the column or field in its message.
bool is_of_type(const std::string& code) {
  static const std::set<std::string> kCodes{"FORM-SCALE",        "FORM-PATTERN",       "FORM-CHOICES",
                                            "FORM-ADDS-UP",      "FORM-BOUND-TYPE",    "FORM-BOUND",
                                            "FORM-BOUND-QUOTES", "FORM-MIN-MAX",       "FORM-SOURCE-TYPE",
                                            "FORM-SUM-TYPE",     "FORM-REGISTER-DATE", "FORM-REGISTER-VERDICT"};
  return kCodes.contains(code);
}

}  // namespace

void drop_answers_to_unknown_types(const datafile::Node& root, Diagnostics& diagnostics) {
  const auto unknown = of_unknown_type(root);
  if (unknown.empty()) return;
  std::erase_if(diagnostics, [&](const Diagnostic& one) {
    if (one.file != root.file() || !is_of_type(one.code)) return false;
    return std::any_of(one.message.args.begin(), one.message.args.end(), [&](const auto& argument) {
      const auto* word = std::get_if<std::string>(&argument.second);
      return word != nullptr && unknown.contains(*word);
    });
  });
}

}  // namespace esep::form

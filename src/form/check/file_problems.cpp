// SPDX-License-Identifier: MIT
#include "form/check/file_problems.h"

namespace esep::form {

using datafile::Kind;
using datafile::Node;

FileProblems::FileProblems(Node root, Diagnostics& diagnostics) : root_(std::move(root)), diagnostics_(&diagnostics) {}

// The same tables that TableReader::tables gives, in the same order.
std::vector<Node> FileProblems::tables(std::string_view list) const {
  Node table = root_;
  if (const size_t dot = list.find('.'); dot != std::string_view::npos) {
    const auto outer = root_.member(list.substr(0, dot));
    if (!outer) return {};
    table = *outer;
    list.remove_prefix(dot + 1);
  }
  std::vector<Node> out;
  const auto array = table.member(list);
  if (!array) return out;
  for (Node& item : array->items()) {
    if (item.kind() == Kind::table) out.push_back(std::move(item));
  }
  return out;
}

void FileProblems::report_on(const Node& table, std::string_view key, Message message, std::string did_you_mean) const {
  std::string code = message.key;
  datafile::TableReader(table, *diagnostics_).report(key, std::move(code), std::move(message), std::move(did_you_mean));
}

void FileProblems::report(std::string_view key, Message message, std::string did_you_mean) const {
  report_on(root_, key, std::move(message), std::move(did_you_mean));
}

void FileProblems::report_in(std::string_view name, std::string_view key, Message message,
                             std::string did_you_mean) const {
  const auto table = root_.member(name);
  const bool found = table && table->kind() == Kind::table;
  report_on(found ? *table : root_, found ? key : name, std::move(message), std::move(did_you_mean));
}

void FileProblems::report_at(std::string_view list, size_t index, std::string_view key, Message message,
                             std::string did_you_mean, std::string_view inner) const {
  const auto all = tables(list);
  if (index >= all.size()) return report(list, std::move(message), std::move(did_you_mean));
  const auto within = inner.empty() ? std::nullopt : all[index].member(inner);
  const bool deeper = within && within->kind() == Kind::table;
  report_on(deeper ? *within : all[index], key, std::move(message), std::move(did_you_mean));
}

void FileProblems::report_of(std::string_view list, std::string_view id, std::string_view key, Message message,
                             std::string did_you_mean) const {
  const auto all = tables(list);
  for (size_t i = 0; i < all.size(); ++i) {
    for (const char* name : {"id", "code", "name"}) {
      const auto own = all[i].member(name);
      if (own && own->string() == std::string(id))
        return report_at(list, i, key, std::move(message), std::move(did_you_mean));
    }
  }
  report(list, std::move(message), std::move(did_you_mean));
}

FormPlace place_of(const FormDefinition& form, const Rule& rule, std::string key) {
  if (!rule.key) return {"rule", rule.code, std::move(key)};
  using Key = KeyCheck::Kind;
  const std::string list = form.column(rule.key->of) != nullptr ? "column" : "field";
  switch (rule.key->kind) {
    case Key::min:
    case Key::not_before:
      return {list, rule.key->of, "min"};
    case Key::max:
    case Key::not_after:
      return {list, rule.key->of, "max"};
    case Key::total:
      return {list, rule.key->of, "total_of"};
    case Key::cell_sum:
    case Key::field_sum:
      break;
  }
  return {list, rule.key->of, "sum_of"};
}

Diagnostic problem_at(const FormFile& file, const FormPlace& place, Message message, std::string did_you_mean) {
  Diagnostics known;
  Diagnostics found;
  std::string text = file.text.substr(0, file.text.find(kWordingMark));
  const auto parsed = text.empty() ? std::nullopt : datafile::File::parse(file.name, std::move(text), known);
  if (!parsed) {
    const std::string code = message.key;
    return {Severity::error, file.name, 0, 0, "", code, std::move(message), std::move(did_you_mean)};
  }
  const FileProblems problems(parsed->root(), found);
  if (place.list.empty()) {
    problems.report(place.key, std::move(message), std::move(did_you_mean));
  } else if (place.id.empty()) {
    problems.report_in(place.list, place.key, std::move(message), std::move(did_you_mean));
  } else {
    problems.report_of(place.list, place.id, place.key, std::move(message), std::move(did_you_mean));
  }
  return found.front();
}

}  // namespace esep::form

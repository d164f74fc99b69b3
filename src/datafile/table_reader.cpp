// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "base/text.h"
#include "datafile/toml.h"

namespace esep::datafile {
namespace {

// In the order in which they were asked first.
std::vector<std::string> without_doubles(const std::vector<std::string>& keys) {
  std::vector<std::string> out;
  for (const std::string& key : keys) {
    if (std::find(out.begin(), out.end(), key) == out.end()) out.push_back(key);
  }
  return out;
}

}  // namespace

TableReader::TableReader(Node table, Diagnostics& diagnostics) : table_(std::move(table)), diagnostics_(&diagnostics) {
  if (table_.kind() != Kind::table) report("", "TOML-NOT-TABLE", "TOML-NOT-TABLE");
}

bool TableReader::has(std::string_view key) const { return table_.key_position(key).has_value(); }

std::optional<Node> TableReader::optional_node(std::string_view key) {
  constexpr size_t kKeysOfATable = 48;
  if (asked_.empty()) asked_.reserve(kKeysOfATable);
  asked_.emplace_back(key);
  return table_.member(key);
}

void TableReader::report(std::string_view key, std::string code, Message message, std::string did_you_mean,
                         Severity severity) {
  const size_t said = diagnostics_->size();
  if (said > kMostMistakes && has_errors(*diagnostics_)) return;
  if (said == kMostMistakes) {
    diagnostics_->push_back({Severity::error, table_.file(), 0, 0, "", "TOML-MORE",
                             Message("TOML-MORE", {{"count", std::to_string(kMostMistakes)}}), ""});
    return;
  }
  const Position at = table_.key_position(key).value_or(table_.position());
  diagnostics_->push_back({severity, table_.file(), at.line, at.column, table_.source_line(at.line), std::move(code),
                           std::move(message), std::move(did_you_mean)});
}

// A value that is not a table was already reported; its missing keys are not.
void TableReader::missing(std::string_view key) {
  if (table_.kind() != Kind::table) return;
  report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", std::string(key)}}));
}

// `wanted` is an example of the notation, the same in every language.
void TableReader::wrong_type(std::string_view key, std::string wanted) {
  report(key, "TOML-WRONG-TYPE",
         Message("TOML-WRONG-TYPE", {{"key", std::string(key)}, {"wanted", std::move(wanted)}}));
}

std::optional<std::string> TableReader::optional_string(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  auto value = node->string();
  if (!value) wrong_type(key, "\"…\"");
  return value;
}

std::string TableReader::string_or(std::string_view key, std::string fallback) {
  return optional_string(key).value_or(std::move(fallback));
}

std::string TableReader::required_string(std::string_view key) {
  if (!has(key)) missing(key);
  auto value = optional_string(key);
  if (value && trim(*value).empty()) report(key, "TOML-EMPTY", Message("TOML-EMPTY", {{"key", std::string(key)}}));
  return value.value_or("");
}

std::optional<int64_t> TableReader::optional_integer(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  auto value = node->integer();
  if (!value) wrong_type(key, "123");
  return value;
}

int64_t TableReader::integer_or(std::string_view key, int64_t fallback) {
  return optional_integer(key).value_or(fallback);
}

int64_t TableReader::required_integer(std::string_view key) {
  if (!has(key)) missing(key);
  return integer_or(key, 0);
}

bool TableReader::boolean_or(std::string_view key, bool fallback) {
  const auto node = optional_node(key);
  if (!node) return fallback;
  const auto value = node->boolean();
  if (!value) wrong_type(key, "true, false");
  return value.value_or(fallback);
}

std::optional<std::string> TableReader::optional_date(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  if (auto date = node->date()) return date;
  auto text = node->string();
  if (!text) wrong_type(key, "2026-11-21");
  return text;
}

std::vector<std::string> TableReader::strings(std::string_view key) {
  std::vector<std::string> out;
  const auto node = optional_node(key);
  if (!node) return out;
  if (node->kind() != Kind::array) wrong_type(key, "[\"…\", \"…\"]");
  for (const Node& item : node->items()) {
    if (auto text = item.string()) {
      out.push_back(std::move(*text));
    } else {
      wrong_type(key, "[\"…\", \"…\"]");
    }
  }
  return out;
}

LocalText TableReader::required_text(std::string_view key) {
  if (!has(key)) missing(key);
  return text_or_empty(key);
}

LocalText TableReader::text_or_empty(std::string_view key) {
  LocalText out;
  auto table = optional_table(key);
  if (!table) return out;
  out.kk = table->string_or("kk", "");
  out.ru = table->string_or("ru", "");
  out.en = table->string_or("en", "");
  const bool same = table->boolean_or("same", false);
  table->finish();
  for (const auto& [lang, text] : {std::pair("kk", &out.kk), std::pair("ru", &out.ru)}) {
    if (trim(*text).empty()) {
      report(key, "TOML-MISSING-TRANSLATION",
             Message("TOML-MISSING-TRANSLATION", {{"key", std::string(key)}, {"lang", lang}}));
    }
  }
  if (!same && !out.kk.empty() && out.kk == out.ru) {
    report(key, "TOML-SAME-TRANSLATION", Message("TOML-SAME-TRANSLATION", {{"key", std::string(key)}}));
  }
  return out;
}

std::string TableReader::one_of(std::string_view key, const std::vector<std::string>& choices,
                                std::string_view fallback) {
  if (!has(key) && fallback.empty()) missing(key);
  const auto value = optional_string(key);
  if (value && std::find(choices.begin(), choices.end(), *value) != choices.end()) return *value;
  if (value) {
    report(key, "TOML-BAD-VALUE",
           Message("TOML-BAD-VALUE", {{"key", std::string(key)}, {"value", *value}, {"known", join(choices, ", ")}}),
           nearest(*value, choices));
  }
  return fallback.empty() ? choices.front() : std::string(fallback);
}

std::optional<TableReader> TableReader::optional_table(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  if (node->kind() != Kind::table) {
    wrong_type(key, "{ … }");
    return std::nullopt;
  }
  return TableReader(*node, *diagnostics_);
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  std::vector<TableReader> out;
  const auto node = optional_node(key);
  if (!node) return out;
  if (node->kind() != Kind::array) wrong_type(key, fmt::format("[[{}]]", key));
  constexpr size_t kMost = 1000;  // ten times what the largest shipped file has
  for (const Node& item : node->items()) {
    if (out.size() == kMost) {
      report(key, "TOML-MANY-TABLES",
             Message("TOML-MANY-TABLES", {{"key", std::string(key)}, {"limit", std::to_string(kMost)}}));
      break;
    }
    if (item.kind() == Kind::table) {
      out.emplace_back(item, *diagnostics_);
    } else {
      wrong_type(key, fmt::format("[[{}]]", key));
    }
  }
  return out;
}

void TableReader::finish() {
  for (const std::string_view key : table_.keys()) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    const std::vector<std::string> known = without_doubles(asked_);
    report(key, "TOML-UNKNOWN-KEY",
           Message("TOML-UNKNOWN-KEY", {{"key", std::string(key)}, {"known", join(known, ", ")}}), nearest(key, known));
  }
}

}  // namespace esep::datafile

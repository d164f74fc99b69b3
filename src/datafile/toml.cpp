// SPDX-License-Identifier: MIT
#include "datafile/toml.h"

#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1  // Debian's compiled library has only the throwing variant
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "base/text.h"
#include "base/utf8.h"

namespace esep::datafile {
namespace {

std::string line_of(const std::string& text, int line) {
  size_t begin = 0;
  for (int i = 1; i < line && begin != std::string::npos; ++i) {
    begin = text.find('\n', begin);
    if (begin != std::string::npos) ++begin;
  }
  if (begin == std::string::npos || line < 1) return "";
  return text.substr(begin, text.find('\n', begin) - begin);
}

std::string iso(const toml::date& date) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", int{date.year}, int{date.month}, int{date.day});
  return buffer;
}

}  // namespace

struct ParsedFile {
  std::string name;
  std::string text;
  toml::table root;
};

struct Node::Impl {
  std::shared_ptr<const ParsedFile> file;
  const toml::node* node = nullptr;
  Position fallback;  // toml++ gives no position to tables made by a header of a deeper one
};

Kind Node::kind() const {
  switch (impl_->node->type()) {
    case toml::node_type::table: return Kind::table;
    case toml::node_type::array: return Kind::array;
    case toml::node_type::string: return Kind::string;
    case toml::node_type::integer: return Kind::integer;
    case toml::node_type::floating_point: return Kind::floating;
    case toml::node_type::boolean: return Kind::boolean;
    default: return Kind::date;
  }
}

Position Node::position() const {
  const auto& begin = impl_->node->source().begin;
  if (!begin) return impl_->fallback;
  return {static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

const std::string& Node::file() const { return impl_->file->name; }

std::optional<std::string> Node::string() const { return impl_->node->value_exact<std::string>(); }
std::optional<int64_t> Node::integer() const { return impl_->node->value_exact<int64_t>(); }
std::optional<bool> Node::boolean() const { return impl_->node->value_exact<bool>(); }

std::optional<std::string> Node::date() const {
  const auto date = impl_->node->value_exact<toml::date>();
  return date ? std::optional(iso(*date)) : std::nullopt;
}

std::vector<Node> Node::items() const {
  std::vector<Node> out;
  if (const auto* array = impl_->node->as_array()) {
    for (const toml::node& item : *array) {
      Node node;
      node.impl_ = std::make_shared<const Impl>(Impl{impl_->file, &item, position()});
      out.push_back(std::move(node));
    }
  }
  return out;
}

std::vector<std::pair<std::string, Node>> Node::entries() const {
  std::vector<std::pair<std::string, Node>> out;
  if (const auto* table = impl_->node->as_table()) {
    for (const auto& [key, value] : *table) {
      Node node;
      const auto& at = key.source().begin;
      node.impl_ = std::make_shared<const Impl>(
          Impl{impl_->file, &value, {static_cast<int>(at.line), static_cast<int>(at.column)}});
      out.emplace_back(std::string(key.str()), std::move(node));
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    const Position x = a.second.position();
    const Position y = b.second.position();
    return std::pair(x.line, x.column) < std::pair(y.line, y.column);
  });
  return out;
}

std::optional<File> File::parse(std::string name, std::string text, Diagnostics& diagnostics) {
  auto impl = std::make_shared<ParsedFile>();
  impl->name = std::move(name);
  impl->text = std::move(text);
  toml::parse_result result = toml::parse(std::string_view(impl->text), std::string_view(impl->name));
  if (!result) {
    const toml::parse_error& error = result.error();
    const int line = static_cast<int>(error.source().begin.line);
    diagnostics.push_back({Severity::error, impl->name, line, static_cast<int>(error.source().begin.column),
                           line_of(impl->text, line), "TOML-SYNTAX",
                           Message("TOML-SYNTAX", {{"reason", std::string(error.description())}}), ""});
    return std::nullopt;
  }
  impl->root = std::move(result).table();
  File file;
  file.parsed_ = std::move(impl);
  return file;
}

Node File::root() const {
  Node node;
  node.impl_ = std::make_shared<const Node::Impl>(Node::Impl{parsed_, &parsed_->root, {1, 1}});
  return node;
}

const std::string& File::text() const { return parsed_->text; }
const std::string& File::name() const { return parsed_->name; }

// ---- TableReader

TableReader::TableReader(Node table, Diagnostics& diagnostics) : table_(std::move(table)), diagnostics_(&diagnostics) {
  if (table_.kind() != Kind::table) report("", "TOML-WRONG-TYPE", Message("TOML-WRONG-TYPE", {{"key", ""}, {"wanted", "table"}}));
}

bool TableReader::has(std::string_view key) const {
  const auto* table = table_.impl_->node->as_table();
  return table != nullptr && table->contains(key);
}

std::optional<Node> TableReader::optional_node(std::string_view key) {
  asked_.emplace_back(key);
  const auto* table = table_.impl_->node->as_table();
  if (table == nullptr) return std::nullopt;
  const auto at = table->find(key);
  if (at == table->end()) return std::nullopt;
  const auto& begin = at->first.source().begin;
  Node node;
  node.impl_ = std::make_shared<const Node::Impl>(
      Node::Impl{table_.impl_->file, &at->second, {static_cast<int>(begin.line), static_cast<int>(begin.column)}});
  return node;
}

void TableReader::report(std::string_view key, std::string code, Message message, std::string did_you_mean,
                         Severity severity) {
  Position at = table_.position();
  if (const auto* table = table_.impl_->node->as_table(); table != nullptr && !key.empty()) {
    if (const auto found = table->find(key); found != table->end()) {
      const auto& begin = found->first.source().begin;
      at = {static_cast<int>(begin.line), static_cast<int>(begin.column)};
    }
  }
  diagnostics_->push_back({severity, table_.file(), at.line, at.column, line_of(table_.impl_->file->text, at.line),
                           std::move(code), std::move(message), std::move(did_you_mean)});
}

namespace {

void missing(TableReader& reader, std::string_view key) {
  reader.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", std::string(key)}}));
}

void wrong_type(TableReader& reader, std::string_view key, const char* wanted) {
  reader.report(key, "TOML-WRONG-TYPE", Message("TOML-WRONG-TYPE", {{"key", std::string(key)}, {"wanted", wanted}}));
}

}  // namespace

std::optional<std::string> TableReader::optional_string(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  auto value = node->string();
  if (!value) wrong_type(*this, key, "string");
  return value;
}

std::string TableReader::string_or(std::string_view key, std::string fallback) {
  return optional_string(key).value_or(std::move(fallback));
}

std::string TableReader::required_string(std::string_view key) {
  if (!has(key)) missing(*this, key);
  auto value = string_or(key, "");
  if (has(key) && trim(value).empty()) {
    report(key, "TOML-BAD-VALUE", Message("TOML-BAD-VALUE", {{"key", std::string(key)}, {"value", value}, {"known", ""}}));
  }
  return value;
}

std::optional<int64_t> TableReader::optional_integer(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  auto value = node->integer();
  if (!value) wrong_type(*this, key, "integer");
  return value;
}

int64_t TableReader::integer_or(std::string_view key, int64_t fallback) { return optional_integer(key).value_or(fallback); }

int64_t TableReader::required_integer(std::string_view key) {
  if (!has(key)) missing(*this, key);
  return integer_or(key, 0);
}

bool TableReader::boolean_or(std::string_view key, bool fallback) {
  const auto node = optional_node(key);
  if (!node) return fallback;
  const auto value = node->boolean();
  if (!value) wrong_type(*this, key, "boolean");
  return value.value_or(fallback);
}

std::optional<std::string> TableReader::optional_date(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  if (auto date = node->date()) return date;
  auto text = node->string();
  if (!text) wrong_type(*this, key, "date");
  return text;
}

std::vector<std::string> TableReader::strings(std::string_view key) {
  std::vector<std::string> out;
  const auto node = optional_node(key);
  if (!node) return out;
  if (node->kind() != Kind::array) wrong_type(*this, key, "array of strings");
  for (const Node& item : node->items()) {
    if (auto text = item.string()) {
      out.push_back(std::move(*text));
    } else {
      wrong_type(*this, key, "array of strings");
    }
  }
  return out;
}

LocalText TableReader::required_text(std::string_view key) {
  if (!has(key)) missing(*this, key);
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
      report(key, "TOML-MISSING-TRANSLATION", Message("TOML-MISSING-TRANSLATION", {{"key", std::string(key)}, {"lang", lang}}));
    }
  }
  if (!same && !out.kk.empty() && out.kk == out.ru) {
    report(key, "TOML-SAME-TRANSLATION", Message("TOML-SAME-TRANSLATION", {{"key", std::string(key)}}));
  }
  return out;
}

std::string TableReader::one_of(std::string_view key, const std::vector<std::string>& choices, std::string_view fallback) {
  if (!has(key) && fallback.empty()) missing(*this, key);
  std::string value = string_or(key, std::string(fallback));
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return value;
  if (has(key)) {
    report(key, "TOML-BAD-VALUE",
           Message("TOML-BAD-VALUE", {{"key", std::string(key)}, {"value", value}, {"known", join(choices, ", ")}}),
           nearest(value, choices));
  }
  return fallback.empty() ? choices.front() : std::string(fallback);
}

std::optional<TableReader> TableReader::optional_table(std::string_view key) {
  const auto node = optional_node(key);
  if (!node) return std::nullopt;
  if (node->kind() != Kind::table) {
    wrong_type(*this, key, "table");
    return std::nullopt;
  }
  return TableReader(*node, *diagnostics_);
}

std::vector<TableReader> TableReader::tables(std::string_view key) {
  std::vector<TableReader> out;
  const auto node = optional_node(key);
  if (!node) return out;
  if (node->kind() != Kind::array) wrong_type(*this, key, "array of tables");
  for (const Node& item : node->items()) {
    if (item.kind() == Kind::table) {
      out.emplace_back(item, *diagnostics_);
    } else {
      wrong_type(*this, key, "array of tables");
    }
  }
  return out;
}

void TableReader::finish() {
  for (const auto& [key, node] : table_.entries()) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    report(key, "TOML-UNKNOWN-KEY", Message("TOML-UNKNOWN-KEY", {{"key", key}, {"known", join(asked_, ", ")}}),
           nearest(key, asked_));
  }
}

}  // namespace esep::datafile

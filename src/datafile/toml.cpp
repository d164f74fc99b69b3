// SPDX-License-Identifier: MIT
#include "datafile/toml.h"

#include <algorithm>
#include <cstdio>

// toml++ 3.3 asserts that a key follows `[`, and with NDEBUG tells the compiler to rely on it: a file with `[!]` would
// end the program. Its parser reports such places properly once nothing asserts or assumes.
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1  // Debian's compiled library has only the throwing variant
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "datafile/source_line.h"

namespace esep::datafile {
namespace {

Position position_of(const toml::source_position& at) {
  return {static_cast<int>(at.line), static_cast<int>(at.column)};
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
    case toml::node_type::table:
      return Kind::table;
    case toml::node_type::array:
      return Kind::array;
    case toml::node_type::string:
      return Kind::string;
    case toml::node_type::integer:
      return Kind::integer;
    case toml::node_type::floating_point:
      return Kind::floating;
    case toml::node_type::boolean:
      return Kind::boolean;
    default:
      return Kind::date;
  }
}

Position Node::position() const {
  const auto& begin = impl_->node->source().begin;
  if (!begin) return impl_->fallback;
  return position_of(begin);
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
      node.impl_ = std::make_shared<const Impl>(Impl{impl_->file, &value, position_of(key.source().begin)});
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

std::optional<Node> Node::member(std::string_view key) const {
  const auto* table = impl_->node->as_table();
  if (table == nullptr) return std::nullopt;
  const auto at = table->find(key);
  if (at == table->end()) return std::nullopt;
  Node node;
  node.impl_ =
      std::make_shared<const Impl>(Impl{impl_->file, &at->second, position_of(at->first.source().begin)});
  return node;
}

std::optional<Position> Node::key_position(std::string_view key) const {
  const auto* table = impl_->node->as_table();
  if (table == nullptr) return std::nullopt;
  const auto at = table->find(key);
  if (at == table->end()) return std::nullopt;
  return position_of(at->first.source().begin);
}

std::string Node::source_line(int line) const { return datafile::source_line(impl_->file->text, line); }

std::optional<File> File::parse(std::string name, std::string text, Diagnostics& diagnostics) {
  auto impl = std::make_shared<ParsedFile>();
  impl->name = std::move(name);
  impl->text = std::move(text);
  toml::parse_result result = toml::parse(std::string_view(impl->text), std::string_view(impl->name));
  if (!result) {
    const toml::parse_error& error = result.error();
    const Position at = position_of(error.source().begin);
    diagnostics.push_back({Severity::error, impl->name, at.line, at.column, source_line(impl->text, at.line),
                           "TOML-SYNTAX",
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

}  // namespace esep::datafile

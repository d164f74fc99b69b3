// SPDX-License-Identifier: MIT
#include "datafile/toml.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "datafile/embedded.h"
#include "datafile/source_line.h"

namespace esep::datafile {
namespace {

// toml++ nests one table per segment of a dotted key without a limit, and taking 100,000 of them apart ends the stack.
// No honest line comes near. The first line that is over, or 0.
int line_of_too_many_dots(std::string_view text) {
  constexpr int kDots = 1000;
  int line = 1;
  int dots = 0;
  for (const char c : text) {
    if (c == '.' && ++dots > kDots) return line;
    if (c != '\n') continue;
    ++line;
    dots = 0;
  }
  return 0;
}

// A value takes toml++ a hundred times the bytes of its text.
bool is_too_large(std::string_view text) {
  if (text.size() > kMostTomlBytes) return true;
  const auto makes_value = [](char c) { return c == '=' || c == ',' || c == '[' || c == '{' || c == '.'; };
  return std::count_if(text.begin(), text.end(), makes_value) > kMostTomlSigns;
}

// What the build made of this very text.
std::optional<TomlTree> packed_tree(std::string_view name, std::string_view text) {
  const EmbeddedFile* packed = find_embedded(embedded_trees(), name);
  const EmbeddedFile* file = packed == nullptr ? nullptr : find_embedded(embedded_files(), name);
  return file != nullptr && file->bytes == text ? std::optional(unpack(packed->bytes)) : std::nullopt;
}

// The text is not normalised yet.
std::optional<TomlTree> parsed_tree(const std::string& name, std::string& text, Diagnostics& diagnostics) {
  if (is_too_large(text)) {
    diagnostics.push_back({Severity::error, name, 0, 0, "", "TOML-TOO-LARGE",
                           Message("TOML-TOO-LARGE", {{"limit", std::to_string(kMostTomlBytes >> 20)},
                                                      {"values", std::to_string(kMostTomlSigns)}}),
                           ""});
    return std::nullopt;
  }
  text = to_nfc(text);
  if (const int line = line_of_too_many_dots(text); line > 0) {
    diagnostics.push_back({Severity::error, name, line, 1, scrub_utf8(source_line(text, line).substr(0, 80)),
                           "TOML-TOO-DEEP", "TOML-TOO-DEEP", ""});
    return std::nullopt;
  }
  return parse_toml(name, text, diagnostics);
}

}  // namespace

struct ParsedFile {
  std::string name;
  std::string text;
  TomlTree tree;
};

const TomlValue& Node::value() const { return file_->tree.values[at_]; }
std::string_view Node::word(const TomlWord& word) const { return file_->tree.word(word); }

Kind Node::kind() const { return value().kind; }
Position Node::position() const { return value().position; }
const std::string& Node::file() const { return file_->name; }

std::optional<std::string> Node::string() const {
  return kind() == Kind::string ? std::optional(std::string(word(value().text))) : std::nullopt;
}

std::optional<int64_t> Node::integer() const {
  return kind() == Kind::integer ? std::optional(value().number) : std::nullopt;
}

std::optional<bool> Node::boolean() const {
  return kind() == Kind::boolean ? std::optional(value().number != 0) : std::nullopt;
}

std::optional<std::string> Node::date() const {
  const bool has_day = kind() == Kind::date && value().text.bytes > 0;
  return has_day ? std::optional(std::string(word(value().text))) : std::nullopt;
}

std::vector<Node> Node::items() const {
  std::vector<Node> out;
  if (kind() != Kind::array) return out;
  const TomlValue& own = value();
  out.reserve(own.how_many);
  for (size_t i = 0; i < own.how_many; ++i) out.push_back(Node(file_, own.first + i));
  return out;
}

std::vector<std::string_view> Node::keys() const {
  std::vector<std::string_view> out;
  if (kind() != Kind::table) return out;
  const TomlValue& own = value();
  out.reserve(own.how_many);
  for (size_t i = 0; i < own.how_many; ++i) out.push_back(word(file_->tree.values[own.first + i].key));
  return out;
}

std::vector<std::pair<std::string, Node>> Node::entries() const {
  std::vector<std::pair<std::string, Node>> out;
  const auto all = keys();
  out.reserve(all.size());
  for (size_t i = 0; i < all.size(); ++i) out.emplace_back(all[i], Node(file_, value().first + i));
  return out;
}

const TomlValue* Node::value_of(std::string_view key) const {
  if (kind() != Kind::table) return nullptr;
  const TomlValue& own = value();
  const TomlValue* first = file_->tree.values.data() + own.first;
  const TomlValue* end = first + own.how_many;
  const TomlValue* at = std::find_if(first, end, [&](const TomlValue& one) { return word(one.key) == key; });
  return at == end ? nullptr : at;
}

std::optional<Node> Node::member(std::string_view key) const {
  const TomlValue* found = value_of(key);
  if (found == nullptr) return std::nullopt;
  return Node(file_, static_cast<size_t>(found - file_->tree.values.data()));
}

std::optional<Position> Node::key_position(std::string_view key) const {
  const TomlValue* found = value_of(key);
  return found == nullptr ? std::nullopt : std::optional(found->key_position);
}

std::string Node::source_line(int line) const { return datafile::source_line(file_->text, line); }

std::optional<File> File::parse(std::string name, std::string text, Diagnostics& diagnostics) {
  auto tree = packed_tree(name, text);
  if (!tree) tree = parsed_tree(name, text, diagnostics);
  if (!tree) return std::nullopt;
  File file;
  file.parsed_ = std::make_shared<ParsedFile>(ParsedFile{std::move(name), std::move(text), std::move(*tree)});
  return file;
}

Node File::root() const { return {parsed_, 0}; }

const std::string& File::text() const { return parsed_->text; }
const std::string& File::name() const { return parsed_->name; }

}  // namespace esep::datafile

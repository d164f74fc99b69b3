// SPDX-License-Identifier: MIT
#include "datafile/toml_tree.h"

#include <catch2/catch.hpp>

#include "datafile/embedded.h"
#include "datafile/toml.h"

using namespace esep;
using namespace esep::datafile;

namespace {

void require_same(const Node& one, const Node& other) {
  REQUIRE(one.kind() == other.kind());
  CHECK(one.position().line == other.position().line);
  CHECK(one.position().column == other.position().column);
  CHECK(one.string() == other.string());
  CHECK(one.integer() == other.integer());
  CHECK(one.boolean() == other.boolean());
  CHECK(one.date() == other.date());
  const auto items = one.items();
  REQUIRE(items.size() == other.items().size());
  for (size_t i = 0; i < items.size(); ++i) require_same(items[i], other.items()[i]);
  const auto entries = one.entries();
  REQUIRE(one.keys() == other.keys());
  for (size_t i = 0; i < entries.size(); ++i) {
    CHECK(one.key_position(entries[i].first)->column == other.key_position(entries[i].first)->column);
    require_same(entries[i].second, other.entries()[i].second);
  }
}

File parsed(const std::string& name, const std::string& text) {
  Diagnostics diagnostics;
  auto file = File::parse(name, text, diagnostics);
  REQUIRE(file);
  return *file;
}

}  // namespace

TEST_CASE("TOML: the build packs every shipped file as it is parsed") {
  size_t values = 0;
  for (const EmbeddedFile& tree : embedded_trees()) {
    INFO(tree.path);
    const EmbeddedFile* file = find_embedded(embedded_files(), tree.path);
    REQUIRE(file != nullptr);
    const std::string text(file->bytes);
    const File packed = parsed(std::string(tree.path), text);
    const File anew = parsed("elsewhere.toml", text);
    CHECK(packed.text() == anew.text());
    require_same(packed.root(), anew.root());
    values += unpack(tree.bytes).values.size();
  }
  CHECK(values > 5000);
  CHECK(find_embedded(embedded_trees(), "forms/tied-grant-usage.2025-06.toml") != nullptr);
}

TEST_CASE("TOML: another text under the name of a shipped file is parsed") {
  const EmbeddedFile* file = find_embedded(embedded_files(), "data/workflow.toml");
  REQUIRE(file != nullptr);
  CHECK(parsed("data/workflow.toml", "a = 5\n").root().member("a")->integer() == 5);
  CHECK_FALSE(parsed("data/workflow.toml", std::string(file->bytes)).root().member("a"));
}

TEST_CASE("TOML: a packed tree has the values, the order and the places of the file") {
  const std::string text =
      "b = [1, [true, \"ұзақ\"]]\na = 2026-11-21\n[t.u]\nz = 1.5\ny = 2026-11-21T10:00:00\n[[t.list]]\nx = \"\"\n";
  Diagnostics diagnostics;
  const auto tree = parse_toml("f.toml", text, diagnostics);
  REQUIRE(tree);
  const std::string bytes = pack(*tree);
  const TomlTree again = unpack(bytes);
  CHECK(pack({again.values, std::string(again.packed_words), {}}) == bytes);
  const auto file = parsed("f.toml", text);
  CHECK(file.root().keys() == std::vector<std::string_view>{"b", "a", "t"});
  CHECK(file.root().member("b")->items().at(1).items().at(1).string() == "ұзақ");
  CHECK(file.root().member("b")->items().at(1).items().at(0).boolean() == true);
  CHECK(file.root().member("a")->date() == "2026-11-21");
  CHECK(file.root().member("t")->member("u")->keys() == std::vector<std::string_view>{"z", "y"});
  CHECK(file.root().member("t")->member("u")->member("y")->kind() == Kind::date);
  CHECK_FALSE(file.root().member("t")->member("u")->member("y")->date());
  CHECK(file.root().member("t")->member("list")->items().at(0).member("x")->position().line == 7);
  CHECK(again.values.size() == 14);
}

// SPDX-License-Identifier: MIT
#include "datafile/toml.h"

#include <catch2/catch.hpp>

#include "datafile/dump.h"

using namespace esep;
using namespace esep::datafile;

namespace {

// What `read` finds wrong with `text` as the file f.toml.
template <typename Read>
std::string problems(const std::string& text, const Read& read) {
  Diagnostics diagnostics;
  const auto file = File::parse("f.toml", text, diagnostics);
  REQUIRE(file.has_value());
  TableReader reader(file->root(), diagnostics);
  read(reader);
  return dump(diagnostics);
}

std::string syntax(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(File::parse("f.toml", text, diagnostics).has_value());
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].code.starts_with("TOML-SYNTAX"));
  CHECK(diagnostics[0].message == Message(diagnostics[0].code, {}));
  return diagnostics[0].file + ":" + std::to_string(diagnostics[0].line) + ":" + std::to_string(diagnostics[0].column) +
         " | " + diagnostics[0].source_line;
}

}  // namespace

TEST_CASE("TOML: values of every kind") {
  Diagnostics diagnostics;
  const auto file = File::parse("f.toml", R"(
text = "мәтін"
number = -5
yes = true
day = 2026-11-21
day_text = "2026-11-22"
list = ["a", "b"]
title = { kk = "Атауы", ru = "Название" }
same = { kk = "QR", ru = "QR", same = true }
[table]
inner = 1
[[row]]
n = 1
[[row]]
n = 2
)",
                                diagnostics);
  REQUIRE(file);
  TableReader reader(file->root(), diagnostics);
  CHECK(reader.required_string("text") == "мәтін");
  CHECK(reader.required_integer("number") == -5);
  CHECK(reader.boolean_or("yes", false));
  CHECK(reader.optional_date("day") == "2026-11-21");
  CHECK(reader.optional_date("day_text") == "2026-11-22");
  CHECK(reader.strings("list") == std::vector<std::string>{"a", "b"});
  CHECK(reader.required_text("title") == LocalText{"Атауы", "Название", ""});
  CHECK(reader.required_text("same") == LocalText{"QR", "QR", ""});
  auto table = reader.optional_table("table");
  REQUIRE(table);
  CHECK(table->required_integer("inner") == 1);
  table->finish();
  std::vector<int64_t> numbers;
  for (TableReader& row : reader.tables("row")) numbers.push_back(row.required_integer("n"));
  CHECK(numbers == std::vector<int64_t>{1, 2});
  CHECK(reader.string_or("none", "x") == "x");
  CHECK(reader.integer_or("none", 7) == 7);
  CHECK(reader.boolean_or("none", true));
  CHECK(reader.optional_integer("none") == std::nullopt);
  CHECK(reader.optional_date("none") == std::nullopt);
  CHECK(reader.strings("none").empty());
  CHECK(reader.tables("none").empty());
  CHECK_FALSE(reader.optional_table("none").has_value());
  CHECK(reader.text_or_empty("none").empty());
  CHECK(reader.one_of("none", {"a", "b"}, "b") == "b");
  reader.finish();
  CHECK(dump(diagnostics).empty());
}

TEST_CASE("TOML: an unknown key is named with the key that was meant") {
  CHECK(problems("title = \"x\"\nrequierd = true\n[\"зат\"]\n",
                 [](TableReader& r) {
                   r.required_string("title");
                   r.boolean_or("required", false);
                   r.boolean_or("required", false);
                   r.finish();
                 }) ==
        "f.toml:2:1: error TOML-UNKNOWN-KEY key=requierd known=title, required | requierd = true | required\n"
        "f.toml:3:2: error TOML-UNKNOWN-KEY key=зат known=title, required | [\"зат\"] | \n");
}

TEST_CASE("TOML: columns count characters, not bytes") {
  CHECK(problems("t = { \"қазақша\" = 1, \"ағат\" = 2 }\r\n",
                 [](TableReader& r) {
                   auto t = r.optional_table("t");
                   t->integer_or("қазақша", 0);
                   t->finish();
                 }) ==
        "f.toml:1:22: error TOML-UNKNOWN-KEY key=ағат known=қазақша | t = { \"қазақша\" = 1, \"ағат\" = 2 } "
        "| \n");
}

TEST_CASE("TOML: a missing key stands at its table") {
  CHECK(problems("a = 1\n\n[one]\nb = 2\n[two.three]\nc = 1\n",
                 [](TableReader& r) {
                   r.required_string("title");
                   r.optional_table("one")->required_integer("n");
                   r.optional_table("two")->one_of("kind", {"x", "y"});
                   r.optional_table("two")->optional_table("three")->required_text("text");
                 }) ==
        "f.toml:1:1: error TOML-MISSING-KEY key=title | a = 1 | \n"
        "f.toml:3:1: error TOML-MISSING-KEY key=n | [one] | \n"
        "f.toml:5:1: error TOML-MISSING-KEY key=kind | [two.three] | \n"
        "f.toml:5:1: error TOML-MISSING-KEY key=text | [two.three] | \n");
}

TEST_CASE("TOML: every wrong type is said once, with the way to write it") {
  CHECK(problems("a = 1\nb = \"x\"\nc = 1.5\nd = 1\ne = [\"x\", 2]\nf = 3\ng = \"x\"\nh = [1]\ni = 5\nj = "
                 "12:00:00\nk = 7\nl = 8\n",
                 [](TableReader& r) {
                   CHECK(r.required_string("a").empty());
                   CHECK(r.required_integer("b") == 0);
                   CHECK(r.integer_or("c", 4) == 4);
                   CHECK(r.boolean_or("d", true));
                   CHECK(r.strings("e") == std::vector<std::string>{"x"});
                   CHECK(r.strings("f").empty());
                   CHECK_FALSE(r.optional_table("g").has_value());
                   CHECK(r.tables("h").empty());
                   CHECK(r.tables("i").empty());
                   CHECK(r.optional_date("j") == std::nullopt);
                   CHECK(r.one_of("k", {"x", "y"}) == "x");
                   CHECK(r.required_text("l").empty());
                   r.finish();
                 }) ==
        "f.toml:1:1: error TOML-WRONG-TYPE key=a wanted=\"…\" | a = 1 | \n"
        "f.toml:2:1: error TOML-WRONG-TYPE key=b wanted=123 | b = \"x\" | \n"
        "f.toml:3:1: error TOML-WRONG-TYPE key=c wanted=123 | c = 1.5 | \n"
        "f.toml:4:1: error TOML-WRONG-TYPE key=d wanted=true, false | d = 1 | \n"
        "f.toml:5:1: error TOML-WRONG-TYPE key=e wanted=[\"…\", \"…\"] | e = [\"x\", 2] | \n"
        "f.toml:6:1: error TOML-WRONG-TYPE key=f wanted=[\"…\", \"…\"] | f = 3 | \n"
        "f.toml:7:1: error TOML-WRONG-TYPE key=g wanted={ … } | g = \"x\" | \n"
        "f.toml:8:1: error TOML-WRONG-TYPE key=h wanted=[[h]] | h = [1] | \n"
        "f.toml:9:1: error TOML-WRONG-TYPE key=i wanted=[[i]] | i = 5 | \n"
        "f.toml:10:1: error TOML-WRONG-TYPE key=j wanted=2026-11-21 | j = 12:00:00 | \n"
        "f.toml:11:1: error TOML-WRONG-TYPE key=k wanted=\"…\" | k = 7 | \n"
        "f.toml:12:1: error TOML-WRONG-TYPE key=l wanted={ … } | l = 8 | \n");
}

TEST_CASE("TOML: empty, unknown and untranslated values") {
  CHECK(problems("a = \" \\t\"\nkind = \"mounth\"\nt = { kk = \"x\" }\nu = { kk = \"x\", ru = \"x\" }\nv = { "
                 "ru = \" \", de = \"\" }\n",
                 [](TableReader& r) {
                   r.required_string("a");
                   CHECK(r.one_of("kind", {"year", "month"}, "month") == "month");
                   r.required_text("t");
                   r.required_text("u");
                   r.text_or_empty("v");
                 }) ==
        "f.toml:1:1: error TOML-EMPTY key=a | a = \" \\t\" | \n"
        "f.toml:2:1: error TOML-BAD-VALUE key=kind value=mounth known=year, month | kind = \"mounth\" | month\n"
        "f.toml:3:1: error TOML-MISSING-TRANSLATION key=t lang=ru | t = { kk = \"x\" } | \n"
        "f.toml:4:1: error TOML-SAME-TRANSLATION key=u | u = { kk = \"x\", ru = \"x\" } | \n"
        "f.toml:5:17: error TOML-UNKNOWN-KEY key=de known=kk, ru, en, same | v = { ru = \" \", de = \"\" } | \n"
        "f.toml:5:1: error TOML-MISSING-TRANSLATION key=v lang=kk | v = { ru = \" \", de = \"\" } | \n"
        "f.toml:5:1: error TOML-MISSING-TRANSLATION key=v lang=ru | v = { ru = \" \", de = \"\" } | \n");
}

TEST_CASE("TOML: a value where a table belongs is one problem") {
  Diagnostics diagnostics;
  const auto file = File::parse("f.toml", "x = 5\n", diagnostics);
  TableReader reader(file->root().entries().at(0).second, diagnostics);
  reader.required_string("kk");
  reader.required_integer("n");
  reader.finish();
  CHECK(dump(diagnostics) == "f.toml:1:5: error TOML-NOT-TABLE | x = 5 | \n");
}

TEST_CASE("TOML: entries come in the order of the file") {
  Diagnostics diagnostics;
  const auto file = File::parse("f.toml", "z = 1\nb = 2\n[y]\n[a.b]\n[c]\n", diagnostics);
  std::string order;
  for (const auto& [key, node] : file->root().entries()) order += key + std::to_string(node.position().line) + " ";
  CHECK(order == "z1 b2 y3 a4 c5 ");
}

TEST_CASE("TOML: broken notation is one diagnostic with its place") {
  CHECK(syntax("a = 1\nәріп = \n") == "f.toml:2:1 | әріп = ");
  CHECK(syntax("[!]\n") == "f.toml:1:2 | [!]");  // toml++ asserts here
  CHECK(syntax("[[әріп]]\n") == "f.toml:1:3 | [[әріп]]");
  CHECK(syntax("[[Жоспар]]\n") == "f.toml:1:3 | [[Жоспар]]");  // and calls this unreachable
  CHECK(syntax("a = 1 Ж\n") == "f.toml:1:7 | a = 1 Ж");
  CHECK(syntax("Жоспар = 1\n") == "f.toml:1:1 | Жоспар = 1");
  CHECK(syntax("[\n") == "f.toml:1:2 | [");
  CHECK(syntax("a = 1\na = 2\n") == "f.toml:2:5 | a = 2");
  CHECK(syntax("a = \"не закрыто\nb = 1\n") == "f.toml:1:16 | a = \"не закрыто");
  CHECK(syntax("d = 2026-02-30\n") == "f.toml:1:15 | d = 2026-02-30");
  CHECK(syntax("a = 1\nb = \"\xD0\"\n") == "f.toml:2:5 | b = \"\uFFFD\"");
  CHECK(syntax(std::string("a = \"\0\"\n", 8)).starts_with("f.toml:1:"));
  CHECK(syntax("a = " + std::string(50000, '[')).starts_with("f.toml:1:"));
  CHECK(syntax("n = 99999999999999999999").starts_with("f.toml:1:"));
}

TEST_CASE("TOML: keys nested without end are refused before they are read") {
  std::string key;
  for (int i = 0; i < 20000; ++i) key += "a.";
  for (const std::string& line : {key + "b = 1", "[" + key + "b]", "x = { " + key + "b = 1 }"}) {
    Diagnostics diagnostics;
    CHECK_FALSE(File::parse("f.toml", "c = 1\n" + line + "\n", diagnostics).has_value());
    CHECK(dump(diagnostics) == "f.toml:2:1: error TOML-TOO-DEEP | " + line.substr(0, 80) + " | \n");
  }
  Diagnostics diagnostics;
  CHECK(
      File::parse("f.toml", key.substr(0, 2000) + "b = 1\n[" + key.substr(2, 1998) + "c]\n", diagnostics).has_value());
}

TEST_CASE("TOML: an empty file is an empty table, a BOM is no letter") {
  CHECK(problems("", [](TableReader& r) {
          r.required_string("a");
          r.finish();
        }) == "f.toml:1:1: error TOML-MISSING-KEY key=a |  | \n");
  CHECK(problems("\xEF\xBB\xBF"
                 "a = \"x\"\n",
                 [](TableReader& r) {
                   r.required_string("a");
                   r.finish();
                 })
            .empty());
}

TEST_CASE("TOML: a node outlives its file and its reader") {
  Diagnostics diagnostics;
  std::optional<Node> node;
  {
    const auto file = File::parse("f.toml", "[t]\na = \"ұзақ мәтін, кішкентай емес\"\n", diagnostics);
    TableReader reader(file->root(), diagnostics);
    node = reader.optional_table("t")->optional_node("a");
  }
  CHECK(node->string() == "ұзақ мәтін, кішкентай емес");
  CHECK(node->source_line(2) == "a = \"ұзақ мәтін, кішкентай емес\"");
  CHECK(node->source_line(3).empty());
  CHECK(node->source_line(0).empty());
}

TEST_CASE("TOML: each kind of broken notation has a sentence of its own") {
  const auto code = [](const std::string& text) {
    Diagnostics diagnostics;
    CHECK_FALSE(File::parse("f.toml", text, diagnostics).has_value());
    return diagnostics.at(0).code;
  };
  CHECK(code("a = 1\na = 2\n") == "TOML-SYNTAX-TWICE");
  CHECK(code("[a]\n[a]\n") == "TOML-SYNTAX-TWICE");
  CHECK(code("a = \"open") == "TOML-SYNTAX-UNCLOSED");
  CHECK(code("a = \"open\n") == "TOML-SYNTAX-UNCLOSED");
  CHECK(code("a = [1,\n") == "TOML-SYNTAX-UNCLOSED");
  CHECK(code("a 1\n") == "TOML-SYNTAX-EQUALS");
  CHECK(code("a = \n") == "TOML-SYNTAX-VALUE");
  CHECK(code("a = text\n") == "TOML-SYNTAX-VALUE");
  CHECK(code("a = 2026-13-01\n") == "TOML-SYNTAX");
}

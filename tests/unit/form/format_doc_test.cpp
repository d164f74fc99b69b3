// SPDX-License-Identifier: MIT
// docs/form_format.md and the loader know the same keys. The loader is asked: a key that it does not know gives
// TOML-UNKNOWN-KEY (FORM-WORDING-FROZEN in a wording file) with all those that it does.
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "base/text.h"
#include "form/form_fixture.h"
#include "form/read/wording_overlay.h"
#include "source_folder.h"

using namespace esep;

namespace {

using Keys = std::set<std::string>;

// Heading → the words in backticks that begin the rows of tables headed `| key |` below it.
std::map<std::string, Keys> documented() {
  std::map<std::string, Keys> out;
  std::string heading;
  bool keys = false;
  for (const std::string& line : split(read_file(source_folder() + "/docs/form_format.md"), '\n')) {
    if (line.starts_with("#")) heading = line.substr(line.find(' ') + 1);
    if (!line.starts_with("|")) keys = false;
    if (line.starts_with("| key |")) keys = true;
    if (keys && line.starts_with("| `")) {
      const std::string key = line.substr(3, line.find('`', 3) - 3);
      INFO(heading << ": " << key);
      CHECK(out[heading].insert(key).second);
    }
  }
  return out;
}

std::string argument(const Message& message, const std::string& name) {
  for (const auto& [key, value] : message.args) {
    if (key == name) return std::get<std::string>(value);
  }
  return "";
}

// What the loader names as known beside each key `zz_…`: that key → known keys.
std::map<std::string, Keys> known_beside(const Diagnostics& diagnostics) {
  std::map<std::string, Keys> out;
  for (const Diagnostic& d : diagnostics) {
    const std::string key = argument(d.message, "key");
    if (!key.starts_with("zz_")) continue;
    const auto known = split(argument(d.message, "known"), ',');
    for (const std::string& one : known) out[key.substr(3)].insert(trim(one));
  }
  return out;
}

const std::string kOddForm = R"(form = "f"
edition = "2026-01"
zz_form = 1
title = { kk = "Нысан", ru = "Форма", zz_wording = 1 }
law = { kk = "Бұйрық", ru = "Приказ", zz_text = 1 }
in_force = { from = 2026-01-01, zz_in_force = 1 }
[rows]
zz_rows = 1
[[rows.fixed]]
zz_fixed = 1
[[column]]
zz_column = 1
choices = [ { zz_choices = 1 } ]
[[field]]
zz_field = 1
[[group]]
zz_group = 1
[[signature]]
zz_signature = 1
[[rule]]
zz_rule = 1
[[obligation]]
zz_obligation = 1
due = { zz_due = 1 }
[[example]]
zz_example = 1
findings = [ { zz_findings = 1 } ]
)";

std::map<std::string, Keys> known_to_loader() {
  Diagnostics diagnostics;
  auto form = form::read_form(small_form::file(kOddForm), {}, diagnostics);
  form::apply_wording(form, {"w", "w", "zz_wording_file = 1\n"}, diagnostics);
  static_cast<void>(form::read_register(
      {"r", "r",
       "zz_register = 1\n[decision]\nzz_decision = 1\n[answer]\nzz_answer = 1\n[[column]]\nzz_register_column = 1\n"
       "[[check]]\nzz_register_check = 1\n"},
      diagnostics));
  return known_beside(diagnostics);
}

}  // namespace

TEST_CASE("format page: the same keys as the loader") {
  const std::map<std::string, std::string> headings{{"form", "Top level"},
                                                    {"text", "Keys of a text"},
                                                    {"wording", "Keys of a wording"},
                                                    {"in_force", "`in_force`"},
                                                    {"rows", "`rows`"},
                                                    {"fixed", "`rows.fixed`"},
                                                    {"column", "`column`"},
                                                    {"choices", "`choices`"},
                                                    {"field", "`field`"},
                                                    {"group", "`group`"},
                                                    {"signature", "`signature`"},
                                                    {"rule", "`rule`"},
                                                    {"obligation", "`obligation`"},
                                                    {"due", "`due`"},
                                                    {"example", "`example`"},
                                                    {"findings", "`findings`"},
                                                    {"wording_file", "The wording file"},
                                                    {"register", "The register file"},
                                                    {"decision", "`decision` of a register"},
                                                    {"answer", "`answer` of a register"},
                                                    {"register_column", "`column` of a register"},
                                                    {"register_check", "`check` of a register"}};
  auto page = documented();
  const auto loader = known_to_loader();
  for (const auto& [part, heading] : headings) {
    INFO(heading);
    REQUIRE(loader.contains(part));
    CHECK(page[heading] == loader.at(part));
  }
  CHECK(loader.size() == headings.size());
  // And the page has no table of keys but these and that of the obligations' file.
  CHECK(page["The file of obligations"] == Keys{"form", "languages", "link"});
  CHECK(page.size() == headings.size() + 1);
}

TEST_CASE("format page: words of closed lists") {
  const std::string page = read_file(source_folder() + "/docs/form_format.md");
  const auto list = [](const std::string& text) {
    Diagnostics diagnostics;
    static_cast<void>(form::read_form(small_form::file(text), {}, diagnostics));
    std::vector<std::string> out;
    for (const Diagnostic& d : diagnostics) {
      if (argument(d.message, "value") != "zz") continue;
      for (const std::string& word : split(argument(d.message, "known"), ',')) out.push_back(trim(word));
    }
    return out;
  };
  const auto words = list(
      "period = \"zz\"\nprovenance = \"zz\"\n[rows]\nkind = \"zz\"\n[[column]]\ntype = \"zz\"\npattern = "
      "\"zz\"\n"
      "[[field]]\nsource = \"zz\"\n[[rule]]\nscope = \"zz\"\nseverity = \"zz\"\n[[obligation]]\naccept_from "
      "= \"zz\"\n"
      "due = { none = true, count_from = \"zz\", roll = \"zz\" }\n");
  CHECK(words.size() == 4 + 5 + 3 + 13 + 1 + 10 + 2 + 3 + 3 + 2 + 3);
  for (const std::string& word : words) {
    INFO(word);
    CHECK(page.find("\"" + word + "\"") != std::string::npos);
  }
}

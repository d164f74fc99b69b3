// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "source_folder.h"

namespace {

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::set<std::string> found(const std::string& text, const std::string& pattern) {
  std::set<std::string> out;
  const std::regex regex(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) out.insert((*at)[1]);
  return out;
}

}  // namespace

TEST_CASE("the keys of rules in code, catalogue and documentation are the same") {
  const std::filesystem::path root = source_folder();
  std::string code;
  for (const auto& entry : std::filesystem::directory_iterator(root / "src" / "table")) {
    if (entry.path().extension() == ".cpp") code += contents(entry.path());
  }
  const auto used = found(code, "\"(RULE-[A-Z-]+)\"");
  CHECK(used.size() > 20);
  CHECK(used == found(contents(root / "data" / "messages" / "table.toml"), "\\[(RULE-[A-Z-]+)\\]"));
  CHECK(used == found(contents(root / "docs" / "rules.md"), "`(RULE-[A-Z-]+)`"));
}

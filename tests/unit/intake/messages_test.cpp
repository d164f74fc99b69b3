// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "base/file.h"
#include "source_folder.h"

namespace {

std::set<std::string> all_matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) out.insert((*at)[1]);
  return out;
}

}  // namespace

TEST_CASE("every finding of the readers has its sentence, and every sentence its finding") {
  const std::filesystem::path root = source_folder();
  std::set<std::string> used;
  for (const auto& entry : std::filesystem::directory_iterator(root / "src/intake")) {
    if (entry.path().extension() != ".cpp") continue;
    used.merge(all_matches(esep::read_file(entry.path()), std::regex("\"((?:FILE|CELL|OFFICE)-[A-Z0-9-]+)\"")));
  }
  used.erase("FILE-LIMIT");  // the code of all FILE-LIMIT-… sentences
  const auto defined =
      all_matches(esep::read_file(root / "data/messages/intake.toml"), std::regex("\\[([A-Z0-9-]+)\\]\n"));
  CHECK(used == defined);
}

// SPDX-License-Identifier: MIT
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/unicode.h"
#include "datafile/toml_tree.h"

// A tool of the build: packs shipped TOML files, so that the program does not parse them at each start.
// usage: pack_toml ROOT OUT PATH…   reads ROOT/PATH, writes OUT/PATH
int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  for (size_t i = 2; i < words.size(); ++i) {
    std::ifstream in(words[0] + "/" + words[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    esep::Diagnostics diagnostics;
    const auto tree = esep::datafile::parse_toml(words[i], text, diagnostics);
    std::ofstream out(words[1] + "/" + words[i], std::ios::binary);
    if (tree) out << pack(*tree);
    if (tree && in && out.flush() && esep::to_nfc(text) == text) continue;
    const int line = diagnostics.empty() ? 1 : diagnostics.front().line;
    const std::string code = diagnostics.empty() ? "NFC" : diagnostics.front().code;
    std::cerr << words[0] << "/" << words[i] << ":" << line << ": " << code << "\n";
    return 1;
  }
  return 0;
}

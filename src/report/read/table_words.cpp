// SPDX-License-Identifier: MIT
#include "report/read/table_words.h"

#include <functional>

#include "base/text.h"
#include "base/words.h"
#include "datafile/toml.h"

namespace esep::report {
namespace {

using AsCompared = std::function<std::string(const std::string&)>;

std::vector<std::string> read_words(datafile::TableReader& table, const char* key, const AsCompared& as) {
  std::vector<std::string> out;
  for (const std::string& one : table.strings(key)) {
    std::string word = as(one);
    if (word.empty()) {
      table.report(key, "TOML-BAD-VALUE",
                   Message("TOML-BAD-VALUE", {{"key", key}, {"value", one}, {"known", "[\"…\", \"…\"]"}}));
    } else {
      out.push_back(std::move(word));
    }
  }
  return out;
}

}  // namespace

std::string plain_words(std::string_view text) { return join(words_of(fold_case(text)), " "); }

TableWords read_table_words(const datafile::LibraryFile& file, Diagnostics& diagnostics) {
  TableWords out;
  const auto parsed = datafile::File::parse(file.origin, file.text, diagnostics);
  if (!parsed) return out;
  datafile::TableReader root(parsed->root(), diagnostics);
  root.one_of("provenance", {"official", "partly", "reconstructed", "translated", "own"});
  const auto folded = [](const std::string& text) { return fold_case(trim(text)); };
  if (auto nil = root.optional_table("nil")) {
    out.no_changes = read_words(*nil, "no_changes", plain_words);
    out.yes = read_words(*nil, "yes", plain_words);
    nil->finish();
  }
  if (auto signing = root.optional_table("signing")) {
    out.marks = read_words(*signing, "marks", plain_words);
    out.offices = read_words(*signing, "offices", plain_words);
    signing->finish();
  }
  if (auto below = root.optional_table("below")) {
    out.totals = read_words(*below, "totals", folded);
    out.notes = read_words(*below, "notes", folded);
    below->finish();
  }
  root.finish();
  return out;
}

}  // namespace esep::report

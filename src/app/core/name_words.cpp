// SPDX-License-Identifier: MIT
#include "app/core/name_words.h"

#include <algorithm>

#include "app/core/data_file.h"
#include "base/text.h"
#include "base/words.h"

namespace esep::app {
namespace {

constexpr std::string_view kNameWordsFile = "data/name_words.toml";

std::vector<std::string> folded_words(std::string_view text) { return words_of(fold_look_alikes(text)); }

}  // namespace

bool NameWords::is_of_name(std::string_view column) const {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const std::string& begins) { return column.starts_with(begins); });
}

bool NameWords::makes_another(std::string_view word) const {
  return std::any_of(another.begin(), another.end(),
                     [&](const std::string& begins) { return word.starts_with(begins); });
}

bool NameWords::names_firm(std::string_view text) const {
  const std::vector<std::string> words = folded_words(text);
  return std::any_of(firms.begin(), firms.end(), [&](const std::vector<std::string>& firm) {
    return std::search(words.begin(), words.end(), firm.begin(), firm.end()) != words.end();
  });
}

NameWords read_name_words(const Engine& engine) {
  NameWords out;
  if (!engine.library().find(kNameWordsFile)) return out;
  read_data_file(engine, kNameWordsFile, [&](datafile::TableReader& root) {
    out.columns = root.strings("columns");
    for (const std::string& one : root.strings("left_out")) out.left_out.push_back(folded_words(one));
    for (const std::string& one : root.strings("firms")) out.firms.push_back(folded_words(one));
    const auto put = [&](const char* key, std::set<std::string>& words) {
      for (const std::string& one : root.strings(key)) words.insert(fold_look_alikes(one));
    };
    put("accompany", out.accompany);
    put("link", out.link);
    put("towards", out.towards);
    put("no_initial", out.no_initial);
    for (const std::string& one : root.strings("another")) out.another.push_back(fold_look_alikes(one));
  });
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/core/law_words.h"

#include "app/core/data_file.h"

namespace esep::app {
namespace {

constexpr const char* kWordsFile = "data/law_words.toml";

struct Change {
  calendar::Date from;
  LocalText before;
  LocalText after;
};

std::vector<Change> read_changes(const Engine& engine) {
  std::vector<Change> out;
  read_data_file(engine, kWordsFile, [&out](datafile::TableReader& root) {
    for (auto& amendment : root.tables("amendment")) {
      const calendar::Date from = in_use_from(amendment);
      static_cast<void>(amendment.required_text("law"));
      for (auto& words : amendment.tables("words")) {
        out.push_back({from, words.required_text("before"), words.required_text("after")});
        words.finish();
      }
      amendment.finish();
    }
  });
  return out;
}

void replace_all(std::string& text, const std::string& before, const std::string& after) {
  for (size_t at = text.find(before); !before.empty() && at != std::string::npos; at = text.find(before, at)) {
    text.replace(at, before.size(), after);
    at += after.size();
  }
}

}  // namespace

LocalText in_words_of_law(const Engine& engine, LocalText text, calendar::Date day) {
  for (const Change& change : read_changes(engine)) {
    if (day < change.from) continue;
    replace_all(text.kk, change.before.kk, change.after.kk);
    replace_all(text.ru, change.before.ru, change.after.ru);
    replace_all(text.en, change.before.en, change.after.en);
  }
  return text;
}

}  // namespace esep::app

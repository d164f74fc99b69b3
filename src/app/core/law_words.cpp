// SPDX-License-Identifier: MIT
#include "app/core/law_words.h"

#include "app/core/data_file.h"
#include "base/replace_all.h"

namespace esep::app {
namespace {

constexpr const char* kLawWordsFile = "data/law_words.toml";

struct Change {
  calendar::Date from;
  LocalText before;
  LocalText after;
};

std::vector<Change> read_changes(const Engine& engine) {
  std::vector<Change> out;
  read_data_file(engine, kLawWordsFile, [&out](datafile::TableReader& root) {
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

}  // namespace

LocalText in_words_of_law(const Engine& engine, LocalText text, calendar::Date day) {
  for (const Change& change : read_changes(engine)) {
    if (day < change.from) continue;
    text.kk = replace_all(std::move(text.kk), change.before.kk, change.after.kk);
    text.ru = replace_all(std::move(text.ru), change.before.ru, change.after.ru);
    text.en = replace_all(std::move(text.en), change.before.en, change.after.en);
  }
  return text;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/core/law_words.h"

#include "app/core/data_file.h"
#include "base/replace_all.h"

namespace esep::app {

LawWords::LawWords(const Engine& engine) {
  read_data_file(engine, "data/law_words.toml", [this](datafile::TableReader& root) {
    for (auto& amendment : root.tables("amendment")) {
      const calendar::Date from = in_use_from(amendment);
      static_cast<void>(amendment.required_text("law"));
      for (auto& words : amendment.tables("words")) {
        changes_.push_back({from, words.required_text("before"), words.required_text("after")});
        words.finish();
      }
      amendment.finish();
    }
  });
}

const LawWords& Engine::law_words() {
  if (law_words_ == nullptr) law_words_ = std::make_shared<const LawWords>(*this);
  return *law_words_;
}

LocalText LawWords::on(LocalText text, calendar::Date day) const {
  for (const Change& change : changes_) {
    if (day < change.from) continue;
    text.kk = replace_all(std::move(text.kk), change.before.kk, change.after.kk);
    text.ru = replace_all(std::move(text.ru), change.before.ru, change.after.ru);
    text.en = replace_all(std::move(text.en), change.before.en, change.after.en);
  }
  return text;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/receive/heading_words.h"

#include <algorithm>

#include "app/core/data_file.h"
#include "base/text.h"
#include "base/words.h"
#include "calendar/period_words.h"

namespace esep::app {
namespace {

constexpr std::string_view kHeadingWordsFile = "data/heading_words.toml";

}  // namespace

bool HeadingWords::List::stand_in(std::string_view text) const {
  const std::vector<std::string> words = words_of(calendar::plain_letters(text));
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(whole.begin(), whole.end(), word) != whole.end() ||
           std::any_of(begins.begin(), begins.end(), [&](const std::string& one) { return word.starts_with(one); });
  });
}

std::string HeadingWords::form_in(std::string_view text) const {
  const std::vector<std::string> words = words_of(calendar::plain_letters(text));
  for (const FormName& one : forms) {
    const auto same = [](const std::string& word, const List& wanted) { return wanted.stand_in(word); };
    if (std::search(words.begin(), words.end(), one.words.begin(), one.words.end(), same) != words.end())
      return one.form;
  }
  return "";
}

HeadingWords read_heading_words(const Engine& engine) {
  HeadingWords out;
  if (!engine.library().find(kHeadingWordsFile)) return out;
  read_data_file(engine, kHeadingWordsFile, [&](datafile::TableReader& root) {
    const auto add = [](const std::string& one, HeadingWords::List& list) {
      const bool begins = one.ends_with('*');
      (begins ? list.begins : list.whole)
          .push_back(calendar::plain_letters(std::string_view(one).substr(0, one.size() - (begins ? 1 : 0))));
    };
    const auto put = [&](const char* key, HeadingWords::List& list) {
      for (const std::string& one : root.strings(key)) add(one, list);
    };
    for (auto& form : root.tables("title")) {
      const std::string id = form.required_string("form");
      for (const std::string& phrase : form.strings("names")) {
        HeadingWords::FormName name{id, {}};
        for (const std::string& word : split(phrase, ' ')) add(word, name.words.emplace_back());
        out.forms.push_back(std::move(name));
      }
      form.finish();
    }
    put("period", out.period);
    put("organisation", out.organisation);
    put("subject", out.subject);
    put("addressee", out.addressee);
    put("period_before", out.period_before);
    put("period_behind", out.period_behind);
    put("as_of", out.as_of);
    put("as_of_before", out.as_of_before);
    put("doubtful", out.doubt);
  });
  return out;
}

}  // namespace esep::app

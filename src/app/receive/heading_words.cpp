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

bool HeadingWords::Phrase::stands_in(std::string_view text) const {
  const std::vector<std::string> said = words_of(calendar::plain_letters(text));
  const auto same = [](const std::string& word, const List& wanted) { return wanted.stand_in(word); };
  return std::search(said.begin(), said.end(), words.begin(), words.end(), same) != said.end();
}

std::string HeadingWords::form_in(std::string_view text) const {
  const auto at = std::find_if(forms.begin(), forms.end(), [&](const auto& one) { return one.name.stands_in(text); });
  return at == forms.end() ? "" : at->form;
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
    const auto phrase = [&](const std::string& text) {
      HeadingWords::Phrase made;
      for (const std::string& word : split(text, ' ')) add(word, made.words.emplace_back());
      return made;
    };
    for (auto& form : root.tables("title")) {
      const std::string id = form.required_string("form");
      for (const std::string& name : form.strings("names")) out.forms.push_back({id, phrase(name)});
      form.finish();
    }
    for (const std::string& one : root.strings("from_new_year")) out.from_new_year.push_back(phrase(one));
    put("period", out.period);
    put("organisation", out.organisation);
    put("subject", out.subject);
    put("addressee", out.bodies.addressee);
    put("period_before", out.period_before);
    put("period_behind", out.period_behind);
    put("as_of_day", out.as_of);
    put("as_of_before", out.as_of_before);
    put("doubtful", out.doubt);
    put("part_of_period", out.part_of_period);
    put("paper", out.paper);
    put("other_paper", out.other_paper.words);
    using Kind = calendar::PeriodKind;
    put("monthly", out.other_paper.of_kind[Kind::month]);
    put("quarterly", out.other_paper.of_kind[Kind::quarter]);
    put("half_yearly", out.other_paper.of_kind[Kind::half_year]);
    put("yearly", out.other_paper.of_kind[Kind::year]);
    put("performer", out.bodies.performer);
    put("own_letterhead", out.bodies.own_letterhead);
    put("central", out.bodies.central);
    put("seat", out.bodies.seat);
    put("draft_words", out.draft.words);
    put("beside_draft", out.draft.beside);
  });
  return out;
}

}  // namespace esep::app

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

void add_word(const std::string& one, HeadingWords::List& list) {
  const bool begins = one.ends_with('*');
  (begins ? list.begins : list.whole)
      .push_back(calendar::plain_letters(std::string_view(one).substr(0, one.size() - (begins ? 1 : 0))));
}

HeadingWords::Phrase phrase_of(const std::string& text) {
  HeadingWords::Phrase made;
  for (const std::string& word : split(text, ' ')) add_word(word, made.words.emplace_back());
  return made;
}

void put_words(datafile::TableReader& root, const char* key, HeadingWords::List& list) {
  for (const std::string& one : root.strings(key)) add_word(one, list);
}

void read_papers(datafile::TableReader& root, HeadingWords& out) {
  using Kind = calendar::PeriodKind;
  put_words(root, "paper", out.paper);
  put_words(root, "other_paper", out.other_paper.words);
  put_words(root, "monthly", out.other_paper.of_kind[Kind::month]);
  put_words(root, "quarterly", out.other_paper.of_kind[Kind::quarter]);
  put_words(root, "half_yearly", out.other_paper.of_kind[Kind::half_year]);
  put_words(root, "yearly", out.other_paper.of_kind[Kind::year]);
  put_words(root, "draft_words", out.draft.words);
  put_words(root, "beside_draft", out.draft.beside);
}

void read_bodies(datafile::TableReader& root, HeadingWords::Bodies& out) {
  put_words(root, "addressee", out.addressee);
  put_words(root, "performer", out.performer);
  put_words(root, "own_letterhead", out.own_letterhead);
  put_words(root, "central", out.central);
  put_words(root, "seat", out.seat);
}

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
    for (auto& form : root.tables("title")) {
      const std::string id = form.required_string("form");
      for (const std::string& name : form.strings("names")) out.forms.push_back({id, phrase_of(name)});
      form.finish();
    }
    for (const std::string& one : root.strings("from_new_year")) out.from_new_year.push_back(phrase_of(one));
    put_words(root, "period", out.period);
    put_words(root, "organisation", out.organisation);
    put_words(root, "subject", out.subject);
    put_words(root, "period_before", out.period_before);
    put_words(root, "period_behind", out.period_behind);
    put_words(root, "as_of_day", out.as_of);
    put_words(root, "as_of_before", out.as_of_before);
    put_words(root, "doubtful", out.doubt);
    put_words(root, "part_of_period", out.part_of_period);
    read_papers(root, out);
    read_bodies(root, out.bodies);
  });
  return out;
}

}  // namespace esep::app

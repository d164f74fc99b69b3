// SPDX-License-Identifier: MIT
#include "app/receive/doubtful_title.h"

#include <algorithm>

#include "base/words.h"
#include "calendar/period_words.h"

namespace esep::app {
namespace {

// The same word in another case, or shortened.
bool is_form_of(const std::u32string& one, const std::u32string& other) {
  constexpr size_t kEnding = 3, kStem = 4;
  const size_t shorter = std::min(one.size(), other.size());
  const size_t needed = std::max(kStem, shorter > kEnding ? shorter - kEnding : 0);
  return shorter >= needed && one.compare(0, needed, other, 0, needed) == 0;
}

bool stands_among(const std::u32string& word, const std::vector<std::u32string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const auto& one) { return is_form_of(word, one); });
}

// The words that name neither a period nor a kind of paper, in their order.
std::string without_kind(std::string_view text, const HeadingWords::List& papers) {
  std::string out;
  for (const std::string& word : words_of(calendar::plain_letters(text))) {
    const bool of_period = calendar::said_by(word).kind != calendar::SaidWord::Kind::other;
    if (!of_period && !papers.stand_in(word)) out += word + " ";
  }
  return out;
}

}  // namespace

DoubtfulTitle::DoubtfulTitle(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words)
    : known_(names.words()), words_(words), own_kinds_{file.form->period} {
  const auto add_own = [&](const LocalText& text, bool is_title) {
    for (const std::string* one : {&text.kk, &text.ru, &text.en}) {
      for (const auto& [kind, list] : words.other_paper.of_kind) {
        if (is_title && list.stand_in(*one)) own_kinds_.insert(kind);
      }
      Letters found = telling(*one);
      own_.insert(own_.end(), found.begin(), found.end());
      if (is_title && !found.empty()) titles_.push_back(std::move(found));
    }
  };
  add_own(file.form->plain_title(), true);
  add_own(file.form->wording.short_title.text, false);
  for (const form::Obligation& duty : file.form->obligations) add_own(duty.title, true);
  const auto add_row = [&](const form::RegisterDefinition& of, const std::string& key) {
    if (const report::RegisterRow* row = engine.row(of.id, key)) add_own(report::row_title(of, *row), false);
  };
  add_row(engine.catalog().organisations(), file.key.organisation);
  if (!file.form->subject.empty()) add_row(engine.catalog().register_by_id(file.form->subject), file.key.subject);
}

DoubtfulTitle::Letters DoubtfulTitle::telling(std::string_view text) const {
  constexpr size_t kShortest = 4;
  Letters out;
  const WrittenName shown(without_kind(text, words_.paper), known_);
  for (const auto& word : shown.words()) {
    if (word.letters.size() >= kShortest) out.push_back(word.letters);
  }
  return out;
}

bool DoubtfulTitle::is_draft(const std::string& text) const {
  bool draft = false;
  std::string rest;
  for (const std::string& word : words_of(calendar::plain_letters(text))) {
    const bool says_so = words_.draft.words.stand_in(word);
    draft = draft || says_so;
    if (!says_so && !words_.draft.beside.stand_in(word)) rest += word + " ";
  }
  if (!draft) return false;
  const Letters others = telling(rest);
  return std::all_of(others.begin(), others.end(), [&](const auto& word) {
    return std::any_of(titles_.begin(), titles_.end(), [&](const Letters& one) { return stands_among(word, one); });
  });
}

bool DoubtfulTitle::is_of_other_kind(const std::string& text) const {
  const auto& kinds = words_.other_paper.of_kind;
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const auto& one) { return !own_kinds_.contains(one.first) && one.second.stand_in(text); });
}

std::string DoubtfulTitle::without_kinds(const std::string& text) const {
  const auto& kinds = words_.other_paper.of_kind;
  std::string out;
  for (const std::string& word : words_of(calendar::plain_letters(text))) {
    const bool of_kind =
        std::any_of(kinds.begin(), kinds.end(), [&](const auto& one) { return one.second.stand_in(word); });
    if (!of_kind) out += word + " ";
  }
  return out;
}

bool DoubtfulTitle::is_in(const std::string& text) const {
  constexpr size_t kBegin = 3;
  const std::vector<std::string> said = words_of(text);
  const auto end = said.begin() + static_cast<std::ptrdiff_t>(std::min(kBegin, said.size()));
  const bool is_title = std::any_of(said.begin(), end, [&](const auto& one) { return words_.paper.stand_in(one); });
  if (!is_title || text.find(':') != std::string::npos) return false;
  const Letters shown = telling(text);
  const bool lacks = std::all_of(titles_.begin(), titles_.end(), [&](const Letters& title) {
    return std::any_of(title.begin(), title.end(), [&](const auto& word) { return !stands_among(word, shown); });
  });
  if (is_of_other_kind(text)) return true;
  if (!lacks) return words_.other_paper.words.stand_in(text);
  const Letters rest = telling(without_kinds(text));
  return std::any_of(rest.begin(), rest.end(), [&](const auto& word) { return !stands_among(word, own_); });
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/core/written_name.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "base/words.h"

namespace esep::app {
namespace {

using Mark = WrittenName::Mark;
using Word = WrittenName::Word;

std::u32string letters_of(std::string_view text) {
  std::u32string out;
  for (size_t pos = 0; pos < text.size();) out.push_back(next_code_point(text, pos));
  return out;
}

std::string utf8_of(const std::u32string& letters) {
  std::string out;
  for (const char32_t letter : letters) append_code_point(out, letter);
  return out;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](auto mark) { return text.find(mark) != std::string_view::npos; });
}

// What the signs between two words say.
Word mark_of(std::string_view gap) {
  Word out;
  out.quoted = has_any(gap, {"\"", "«", "»", "“", "”", "„"});
  if (has_any(gap, {"(", "[", ")", "]"})) {
    out.mark = Mark::bracket;
  } else if (has_any(gap, {",", ";", ":"})) {
    out.mark = Mark::comma;
  } else if (has_any(gap, {"–", "—", " -", "- ", "/"})) {
    out.mark = Mark::dash;
  }
  return out;
}

bool is_numeral(const std::u32string& word) { return !word.empty() && word.front() >= U'0' && word.front() <= U'9'; }

bool is_one_of(const std::set<std::string>& words, const std::u32string& word) { return words.contains(utf8_of(word)); }

// Two forms of one word: the same beginning, other endings.
Declension form_of(const std::u32string& name, const std::u32string& shown) {
  if (name == shown) return Declension::nominative;
  constexpr size_t kStem = 4, kLost = 2, kEnding = 3;
  size_t same = 0;
  while (same < name.size() && same < shown.size() && name[same] == shown[same]) ++same;
  if (same < kStem || name.size() - same > kLost || shown.size() - same > kEnding || is_numeral(name))
    return Declension::none;
  static const std::set<std::u32string> kOwner = [] {
    std::set<std::u32string> out;
    for (const char* ending : {"а", "я", "ы", "и", "ның", "нің", "дың", "дің", "тың", "тің"})
      out.insert(letters_of(fold_look_alikes(ending)));
    return out;
  }();
  return kOwner.contains(shown.substr(same)) ? Declension::genitive : Declension::other;
}

class Place {
 public:
  Place(const WrittenName& name, const WrittenName& shown, const NameWords& known)
      : name_(name.words()), shown_(shown.words()), known_(known) {}

  NamePlace find() const {
    NamePlace best = NamePlace::absent;
    for (size_t at = 0; at + name_.size() <= shown_.size(); ++at) best = std::max(best, at_word(at));
    return best;
  }

 private:
  [[nodiscard]] NamePlace at_word(size_t at) const {
    bool owner = true;  // nominative or genitive
    for (size_t i = 0; i < name_.size(); ++i) {
      const Declension form = form_of(name_[i].letters, shown_[at + i].letters);
      if (form == Declension::none) return NamePlace::absent;
      owner = owner && form != Declension::other;
    }
    const size_t end = at + name_.size();
    if (is_joined(at, end) || is_another(end)) return NamePlace::absent;
    if (at > 0 && attached(at) && is_one_of(known_.towards, shown_[at - 1].letters)) return NamePlace::absent;
    if (is_apart_before(at) && is_apart_behind(end)) return owner ? NamePlace::apart : NamePlace::spoken_to;
    return owner ? NamePlace::within : NamePlace::absent;
  }

  [[nodiscard]] bool attached(size_t word) const { return shown_[word].mark == Mark::none; }
  [[nodiscard]] bool is_joined(size_t at, size_t end) const {
    if (at > 0 && attached(at) && is_one_of(known_.link, shown_[at - 1].letters)) return true;
    return end < shown_.size() && attached(end) && is_one_of(known_.link, shown_[end].letters);
  }
  // «… (второй этап)», «… 2-кезең», «… (2)»
  [[nodiscard]] bool is_another(size_t end) const {
    for (size_t i = end; i < shown_.size(); ++i) {
      if (known_.makes_another(utf8_of(shown_[i].letters))) return true;
      const bool numbered = is_numeral(shown_[i].letters) && (i == end || shown_[i].mark == Mark::bracket);
      if (numbered && shown_[i].mark != Mark::comma) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_apart_before(size_t at) const {
    for (; at > 0 && attached(at) && !shown_[at].quoted; --at) {
      if (!is_one_of(known_.accompany, shown_[at - 1].letters)) return false;
    }
    return true;
  }
  [[nodiscard]] bool is_apart_behind(size_t end) const {
    for (; end < shown_.size() && attached(end); ++end) {
      if (!is_one_of(known_.accompany, shown_[end].letters)) return false;
    }
    return true;
  }

  const std::vector<Word>& name_;
  const std::vector<Word>& shown_;
  const NameWords& known_;
};

}  // namespace

WrittenName::WrittenName(std::string_view text, const NameWords& known) {
  const std::string folded = fold_look_alikes(text);
  size_t behind = 0;
  for (const PlacedWord& placed : placed_words(folded)) {
    Word word = mark_of(std::string_view(folded).substr(behind, placed.begin - behind));
    word.letters = letters_of(placed.word);
    words_.push_back(std::move(word));
    behind = placed.end;
  }
  drop_left_out(known);
  for (const Word& word : words_) {
    letters_ += (letters_.empty() ? "" : " ") + utf8_of(word.letters);
    length_ += word.letters.size();
    if (is_numeral(word.letters)) digits_ += utf8_of(word.letters) + " ";
  }
}

void WrittenName::drop_left_out(const NameWords& known) {
  for (const auto& sequence : known.left_out) {
    const auto same = [](const Word& word, const std::string& wanted) { return utf8_of(word.letters) == wanted; };
    for (;;) {
      const auto at = std::search(words_.begin(), words_.end(), sequence.begin(), sequence.end(), same);
      if (at == words_.end() || sequence.empty() || words_.size() == sequence.size()) break;
      const auto next = words_.erase(at, at + static_cast<std::ptrdiff_t>(sequence.size()));
      if (next == words_.begin()) words_.front().mark = Mark::none;
    }
  }
}

std::string WrittenName::initials(const NameWords& known) const {
  std::string out;
  size_t count = 0;
  for (const Word& word : words_) {
    if (is_one_of(known.no_initial, word.letters)) continue;
    append_code_point(out, word.letters.front());
    ++count;
  }
  return count > 1 ? out : "";
}

Declension declension_of(const WrittenName& shown, const WrittenName& name) {
  if (name.words().empty() || name.words().size() != shown.words().size()) return Declension::none;
  Declension out = Declension::nominative;
  for (size_t i = 0; i < name.words().size(); ++i) {
    const Declension form = form_of(name.words()[i].letters, shown.words()[i].letters);
    if (form == Declension::none) return form;
    out = std::max(out, form);
  }
  return out;
}

bool has_words_of(const WrittenName& shown, const WrittenName& name) {
  const auto stands = [&](const Word& word) {
    return std::any_of(shown.words().begin(), shown.words().end(),
                       [&](const Word& other) { return form_of(word.letters, other.letters) != Declension::none; });
  };
  return !name.words().empty() && std::all_of(name.words().begin(), name.words().end(), stands);
}

NamePlace place_of(const WrittenName& name, const WrittenName& shown, const NameWords& known) {
  constexpr size_t kShortest = 9;  // letters; less names nothing inside another text
  return name.length() < kShortest ? NamePlace::absent : Place(name, shown, known).find();
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/receive/page_text.h"

#include <algorithm>

#include "app/core/names.h"
#include "app/receive/as_of_day.h"
#include "base/text.h"
#include "base/words.h"
#include "calendar/period_words.h"
#include "calendar/typed_period.h"

namespace esep::app {
namespace {

using calendar::SaidWord;

class PageText {
 public:
  PageText(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words, const std::string& text)
      : engine_(engine), file_(file), names_(names), words_(words), text_(text), placed_(placed_words(text)) {}

  [[nodiscard]] bool run() {
    constexpr size_t kMostWords = 40;
    const size_t count = placed_.size();
    if (count == 0 || count > kMostWords) return false;
    std::vector<bool> right(count + 1, false);  // whether all words from that one on do
    right[count] = true;
    for (size_t from = count; from-- > 0;) {
      for (size_t to = count; to > from && !right[from]; --to) right[from] = right[to] && is_own(from, to);
    }
    return right[0];
  }

 private:
  [[nodiscard]] std::string part(size_t from, size_t to) const {
    return text_.substr(placed_[from].begin, placed_[to - 1].end - placed_[from].begin);
  }

  [[nodiscard]] bool is_own(size_t from, size_t to) {
    if (to == from + 1 && words_.paper.stand_in(placed_[from].word)) return true;
    const std::string said = part(from, to);
    return is_period(from, to, said) || is_title(said) ||
           (may_be_name(from, to) && !says_more(from, to) && is_party(said));
  }

  // «за октябрь 2026 года», «2026 жылғы қазан бойынша», and no word of anything else.
  [[nodiscard]] bool is_period(size_t from, size_t to, const std::string& said) const {
    const auto wanted = calendar::Period::parse(file_.key.period);
    if (!wanted) return false;
    for (size_t i = from; i < to; ++i) {
      const std::string word = calendar::plain_letters(placed_[i].word);
      const bool beside = (i == from && i + 1 < to && words_.period_before.stand_in(word)) ||
                          (i + 1 == to && i > from && words_.period_behind.stand_in(word));
      if (!beside && calendar::said_by(word).kind == SaidWord::Kind::other) return false;
    }
    return calendar::parse_typed_period(said, wanted->year) == wanted && !names_other_span(said, words_, *wanted);
  }

  [[nodiscard]] static bool is_one_of(const std::string& said, const LocalText& title) {
    const auto words = words_of(fold_case(said));
    return words == words_of(fold_case(title.kk)) || words == words_of(fold_case(title.ru)) ||
           words == words_of(fold_case(title.en));
  }

  [[nodiscard]] bool is_title(const std::string& said) const {
    return is_one_of(said, file_.form->plain_title()) || is_one_of(said, file_.form->wording.short_title.text);
  }

  // A name ends at a mark, at the end, or before a word of a period or a paper: each is compared with the register.
  [[nodiscard]] bool may_be_name(size_t from, size_t to) const {
    const auto is_border = [&](size_t at) {
      if (at == 0 || at == placed_.size()) return true;
      const std::string between = text_.substr(placed_[at - 1].end, placed_[at].begin - placed_[at - 1].end);
      return trim(between) != "" || begins_other(at) || begins_other(at - 1);
    };
    return is_border(from) && is_border(to);
  }

  [[nodiscard]] bool begins_other(size_t at) const {
    const std::string word = calendar::plain_letters(placed_[at].word);
    return calendar::said_by(word).kind != SaidWord::Kind::other || words_.paper.stand_in(word) ||
           words_.period_before.stand_in(word);
  }

  // What stands behind a name may be its address, but neither a month, a year nor the word of a draft.
  [[nodiscard]] bool says_more(size_t from, size_t to) const {
    for (size_t i = from; i < to; ++i) {
      const std::string word = calendar::plain_letters(placed_[i].word);
      const SaidWord said = calendar::said_by(word);
      const bool year = said.kind == SaidWord::Kind::number && word.size() == 4;
      if (year || said.kind == SaidWord::Kind::month || words_.draft.words.stand_in(word)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_party(const std::string& said) {
    const auto is = [&](const form::RegisterDefinition& of, const std::string& key) {
      if (key.empty() || engine_.row(of.id, key) == nullptr) return false;
      const LocalText title = row_title(engine_, of, key);
      if (is_one_of(said, title)) return true;
      if (said.find_first_of(",;|") != std::string::npos)
        return false;  // not an address, but what goes on with the line
      const NamedRow named = names_.of(of).compare(key, said);
      return named == NamedRow::same || named == NamedRow::former;
    };
    return is(engine_.catalog().organisations(), file_.key.organisation) ||
           (!file_.form->subject.empty() &&
            is(engine_.catalog().register_by_id(file_.form->subject), file_.key.subject));
  }

  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  const HeadingWords& words_;
  const std::string& text_;
  std::vector<PlacedWord> placed_;
};

}  // namespace

bool names_own_report(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words,
                      const std::string& text) {
  return PageText(engine, file, names, words, text).run();
}

}  // namespace esep::app

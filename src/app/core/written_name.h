// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/core/name_words.h"

namespace esep::app {

/// A name without what people write differently: case, punctuation, the shape of letters, words that may be left out.
class WrittenName {
 public:
  /// What stands before a word. A quotation mark is `none` but for `quoted`.
  enum class Mark { none, comma, dash, bracket };
  struct Word {
    std::u32string letters;
    Mark mark = Mark::none;
    bool quoted = false;  // a quotation mark stands before it
  };

  WrittenName(std::string_view text, const NameWords& known);

  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  [[nodiscard]] const std::string& letters() const { return letters_; }  // the words, separated by spaces
  [[nodiscard]] const std::string& digits() const { return digits_; }
  [[nodiscard]] size_t length() const { return length_; }  // in letters
  /// «МЧС» of «Министерство по чрезвычайным ситуациям»; empty for a name of one word.
  [[nodiscard]] std::string initials(const NameWords& known) const;

 private:
  void drop_left_out(const NameWords& known);

  std::vector<Word> words_;
  std::string letters_, digits_;
  size_t length_ = 0;
};

/// Where one name stands within a longer text.
enum class NamePlace {
  absent,
  spoken_to,  // as `apart`, in another case than nominative and genitive
  within,     // among other words
  apart,      // with nothing beside it but an address, a legal form, brackets
};
/// How `shown` is a form of the whole `name`.
enum class Declension {
  none,        // it is another text
  nominative,  // the name itself
  genitive,    // «министерства», «министрлігінің»
  other,
};
[[nodiscard]] Declension declension_of(const WrittenName& shown, const WrittenName& name);
/// Whether every word of `name` stands in `shown`, in any case and order.
[[nodiscard]] bool has_words_of(const WrittenName& shown, const WrittenName& name);
/// For a name of nine letters at least; `absent` for a shorter one. A name joined to another word
/// («Министерство транспорта и коммуникаций»), or with a part behind it («(второй этап)»), is absent. `within` only in
/// the nominative and genitive: in other cases a body is spoken to or of.
[[nodiscard]] NamePlace place_of(const WrittenName& name, const WrittenName& shown, const NameWords& known);

}  // namespace esep::app

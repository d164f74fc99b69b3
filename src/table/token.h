// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace esep::table {

/// A piece of a rule's text.
struct Token {
  enum class Kind { word, quoted, number, text, symbol, parameter };
  Kind kind = Kind::symbol;
  std::string text;  // words in lower case; quoted names and texts without their quotes
  size_t begin = 0;  // bytes in the rule's text
  size_t end = 0;

  [[nodiscard]] bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
  [[nodiscard]] bool is_word(std::string_view word) const { return kind == Kind::word && text == word; }
  [[nodiscard]] bool is_name() const { return kind == Kind::word || kind == Kind::quoted; }
};
using Tokens = std::vector<Token>;

/// Rules have no parameters of the form `:name`; queries have.
enum class Dialect { rule, query };

/// Cuts a rule's or a query's text into tokens. Refuses notation that is not allowed: RULE-COMMENT, RULE-SEMICOLON,
/// RULE-QUOTE, RULE-SIGN (with {text}).
[[nodiscard]] std::optional<Message> tokenize(std::string_view text, std::vector<Token>& tokens,
                                              Dialect dialect = Dialect::rule);

}  // namespace esep::table

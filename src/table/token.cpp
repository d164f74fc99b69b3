// SPDX-License-Identifier: MIT
#include "table/token.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace esep::table {
namespace {

constexpr std::array<std::string_view, 6> kLongSymbols{"<=", ">=", "<>", "!=", "==", "||"};
constexpr std::string_view kShortSymbols = "()+-*/%=<>,.";

bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_word_part(char c) { return is_word_start(c) || is_digit(c); }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& out, Dialect dialect)
      : text_(text), out_(out), dialect_(dialect) {}

  std::optional<Message> run() {
    while (pos_ < text_.size()) {
      const char c = text_[pos_];
      const std::string_view two = text_.substr(pos_, 2);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        ++pos_;
      } else if (two == "--" || two == "/*" || two == "*/") {
        return Message("RULE-COMMENT");
      } else if (c == ';') {
        return Message("RULE-SEMICOLON");
      } else if (c == '\'' || c == '"') {
        if (!quoted(c)) return Message("RULE-QUOTE");
      } else if (is_digit(c) || (c == '.' && two.size() == 2 && is_digit(two[1]))) {
        number();
      } else if (is_word_start(c)) {
        word();
      } else if (dialect_ == Dialect::query && c == ':' && two.size() == 2 && is_word_start(two[1])) {
        parameter();
      } else if (!symbol()) {
        return Message("RULE-SIGN", {{"text", sign()}});
      }
    }
    return std::nullopt;
  }

 private:
  void push(Token::Kind kind, std::string text, size_t end) {
    out_.push_back({kind, std::move(text), pos_, end});
    pos_ = end;
  }

  bool quoted(char quote) {
    std::string out;
    for (size_t i = pos_ + 1; i < text_.size(); ++i) {
      if (text_[i] != quote) {
        out += text_[i];
      } else if (i + 1 < text_.size() && text_[i + 1] == quote) {
        out += text_[i++];
      } else {
        push(quote == '"' ? Token::Kind::quoted : Token::Kind::text, std::move(out), i + 1);
        return true;
      }
    }
    return false;
  }

  // Any text that SQLite may read as a number, with the sign of an exponent; fractions are refused later.
  void number() {
    size_t end = pos_;
    while (end < text_.size()) {
      const bool exponent_sign = (text_[end] == '+' || text_[end] == '-') && end > pos_ &&
                                 (text_[end - 1] == 'e' || text_[end - 1] == 'E') &&
                                 !text_.substr(pos_).starts_with("0x") && !text_.substr(pos_).starts_with("0X");
      if (!is_word_part(text_[end]) && text_[end] != '.' && !exponent_sign) break;
      ++end;
    }
    push(Token::Kind::number, std::string(text_.substr(pos_, end - pos_)), end);
  }

  void word() {
    size_t end = pos_;
    while (end < text_.size() && is_word_part(text_[end])) ++end;
    push(Token::Kind::word, ascii_lower(text_.substr(pos_, end - pos_)), end);
  }

  void parameter() {
    size_t end = pos_ + 1;
    while (end < text_.size() && is_word_part(text_[end])) ++end;
    push(Token::Kind::parameter, std::string(text_.substr(pos_ + 1, end - pos_ - 1)), end);
  }

  bool symbol() {
    const std::string_view two = text_.substr(pos_, 2);
    if (two == "<<" || two == ">>" || two == "->") return false;
    if (std::find(kLongSymbols.begin(), kLongSymbols.end(), two) != kLongSymbols.end()) {
      push(Token::Kind::symbol, std::string(two), pos_ + 2);
      return true;
    }
    if (kShortSymbols.find(text_[pos_]) == std::string_view::npos) return false;
    push(Token::Kind::symbol, std::string(1, text_[pos_]), pos_ + 1);
    return true;
  }

  // The whole character, so that the message stays valid UTF-8.
  std::string sign() const {
    const std::string rest = scrub_utf8(text_.substr(pos_, 4));
    size_t end = 0;
    next_code_point(rest, end);
    return rest.substr(0, end);
  }

  std::string_view text_;
  std::vector<Token>& out_;
  Dialect dialect_;
  size_t pos_ = 0;
};

}  // namespace

std::optional<Message> tokenize(std::string_view text, std::vector<Token>& tokens, Dialect dialect) {
  return Tokenizer(text, tokens, dialect).run();
}

}  // namespace esep::table

// SPDX-License-Identifier: MIT
#include "table/expression.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace esep::table {
namespace {

struct Token {
  enum class Kind { word, number, text, symbol } kind;
  std::string text;
};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::optional<Message> run(std::vector<Token>& tokens) {
    while (pos_ < text_.size()) {
      const char c = text_[pos_];
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        ++pos_;
      } else if (text_.substr(pos_, 2) == "--" || text_.substr(pos_, 2) == "/*") {
        return Message("RULE-COMMENT");
      } else if (c == ';') {
        return Message("RULE-SEMICOLON");
      } else if (c == '\'' || c == '"' || c == '`' || c == '[') {
        if (!quoted(c == '[' ? ']' : c, c == '\'' ? Token::Kind::text : Token::Kind::word, tokens)) return Message("RULE-QUOTE");
      } else if (is_digit(c) || (c == '.' && pos_ + 1 < text_.size() && is_digit(text_[pos_ + 1]))) {
        take(Token::Kind::number, [](char d) { return is_word(d) || d == '.'; }, tokens);
      } else if (is_word(c)) {
        take(Token::Kind::word, is_word, tokens);
      } else {
        tokens.push_back({Token::Kind::symbol, std::string(1, c)});
        ++pos_;
      }
    }
    return std::nullopt;
  }

 private:
  bool quoted(char close, Token::Kind kind, std::vector<Token>& tokens) {
    std::string out;
    for (size_t i = pos_ + 1; i < text_.size(); ++i) {
      if (text_[i] != close) {
        out += text_[i];
      } else if (i + 1 < text_.size() && text_[i + 1] == close && close != ']') {
        out += text_[i++];
      } else {
        tokens.push_back({kind, std::move(out)});
        pos_ = i + 1;
        return true;
      }
    }
    return false;
  }

  template <typename Test>
  void take(Token::Kind kind, Test test, std::vector<Token>& tokens) {
    const size_t begin = pos_;
    while (pos_ < text_.size() && test(text_[pos_])) ++pos_;
    tokens.push_back({kind, std::string(text_.substr(begin, pos_ - begin))});
  }

  std::string_view text_;
  size_t pos_ = 0;
};

std::string lower(const std::string& text) {
  std::string out = text;
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::optional<Message> check_balance(const std::vector<Token>& tokens) {
  int depth = 0;
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::symbol) continue;
    if (token.text == "(") ++depth;
    if (token.text == ")" && --depth < 0) return Message("RULE-PARENTHESES");
  }
  if (depth != 0) return Message("RULE-PARENTHESES");
  return std::nullopt;
}

// Columns named inside the parentheses that open at `open`.
bool sums_decimals(const std::vector<Token>& tokens, size_t open, const std::set<std::string>& decimals) {
  int depth = 0;
  for (size_t i = open; i < tokens.size(); ++i) {
    if (tokens[i].kind == Token::Kind::symbol && tokens[i].text == "(") ++depth;
    if (tokens[i].kind == Token::Kind::symbol && tokens[i].text == ")" && --depth == 0) return false;
    if (tokens[i].kind == Token::Kind::word && decimals.contains(tokens[i].text)) return true;
  }
  return false;
}

}  // namespace

std::optional<Message> objection(std::string_view expression, const std::set<std::string>& decimal_columns) {
  std::vector<Token> tokens;
  if (auto problem = Scanner(expression).run(tokens)) return problem;
  if (tokens.empty()) return Message("RULE-EMPTY");
  if (auto problem = check_balance(tokens)) return problem;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool call = i + 1 < tokens.size() && tokens[i + 1].text == "(" && tokens[i + 1].kind == Token::Kind::symbol;
    const std::string word = lower(token.text);
    if (token.kind == Token::Kind::number && (token.text.find('.') != std::string::npos || (word.find('e') != std::string::npos && !word.starts_with("0x")))) {
      return Message("RULE-REAL", {{"text", token.text}});
    }
    if (token.kind == Token::Kind::word && call && (word == "avg" || word == "total" || word == "round")) {
      return Message("RULE-INEXACT", {{"text", token.text}});
    }
    if (token.kind == Token::Kind::word && call && (word == "sum" || word == "group_concat") && sums_decimals(tokens, i + 1, decimal_columns)) {
      return Message("RULE-SUM");
    }
    if (token.kind != Token::Kind::symbol) continue;
    if (token.text == "/" || token.text == "%") return Message("RULE-OPERATOR", {{"text", token.text}});
    if (token.text == "*") {
      const bool in_count = i >= 2 && tokens[i - 1].text == "(" && lower(tokens[i - 2].text) == "count";
      if (!in_count) return Message("RULE-OPERATOR", {{"text", token.text}});
    }
    if (token.text == "?" || token.text == ":" || token.text == "@" || token.text == "#") return Message("RULE-PARAMETER", {{"text", token.text}});
  }
  return std::nullopt;
}

}  // namespace esep::table

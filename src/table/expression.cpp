// SPDX-License-Identifier: MIT
#include "table/expression.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace esep::table {
namespace {

constexpr size_t kMaxLength = 10'000;
constexpr std::array<std::string_view, 4> kInexact{"avg", "total", "round", "cast"};
constexpr std::array<std::string_view, 3> kParameters{"period_start", "period_end", "received_on"};

bool any(const Tokens& tokens, std::string_view word) {
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& t) { return t.is_word(word); });
}

// `count(*)` and `SELECT *` multiply nothing.
bool is_star(const Tokens& tokens, size_t i) {
  if (i > 0 && tokens[i - 1].is_word("select")) return true;
  return i > 1 && tokens[i - 1].is("(") && tokens[i - 2].is_word("count");
}

std::optional<Message> check_number(const Token& token) {
  int64_t number = 0;
  const char* end = token.text.data() + token.text.size();
  const auto read = std::from_chars(token.text.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end) return std::nullopt;
  return Message("RULE-REAL", {{"text", token.text}});
}

// A subquery reads tables, never another subquery: those could multiply texts and rows without end.
class SubqueryCheck {
 public:
  bool passes(const Tokens& tokens) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].is_word("with") || tokens[i].is_word("values")) return false;
      if (!follow(tokens, i)) return false;
    }
    return true;
  }

 private:
  enum class Clause { other, from };

  bool follow(const Tokens& tokens, size_t i) {
    const Token& token = tokens[i];
    Clause& clause = clauses_.back();
    if (token.is("(")) {
      const bool table_wanted = i > 0 && (tokens[i - 1].is_word("from") || tokens[i - 1].is_word("join") ||
                                          (tokens[i - 1].is(",") && clause == Clause::from));
      clauses_.push_back(Clause::other);
      return !table_wanted;
    }
    if (token.is(")") && clauses_.size() > 1) clauses_.pop_back();
    if (token.is_word("from")) clause = Clause::from;
    if (token.is_word("where") || token.is_word("group") || token.is_word("order") || token.is_word("having") ||
        token.is_word("select")) {
      clause = Clause::other;
    }
    return true;
  }

  std::vector<Clause> clauses_{Clause::other};
};

bool is_parameter(const Tokens& tokens, size_t i) {
  if (i > 0 && (tokens[i - 1].is(".") || tokens[i - 1].is_word("as"))) return false;
  return i + 1 >= tokens.size() || !tokens[i + 1].is(".");
}

void rewrite(std::string_view text, const Tokens& tokens, Expression& out) {
  size_t copied = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::word) continue;
    const auto* at = std::find(kParameters.begin(), kParameters.end(), tokens[i].text);
    if (at == kParameters.end() || !is_parameter(tokens, i)) continue;
    const int number = static_cast<int>(at - kParameters.begin()) + 1;
    out.parameters = std::max(out.parameters, number);
    out.sql += text.substr(copied, tokens[i].begin - copied);
    out.sql += '?';
    out.sql += std::to_string(number);
    copied = tokens[i].end;
  }
  out.sql += text.substr(copied);
}

// n operators add at most n + 1 operands. If a subquery names a result and uses it twice, each operator may double it.
int64_t operand_limit(const Tokens& tokens) {
  const auto operators =
      std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.is("+") || t.is("-"); });
  constexpr int64_t kMost = std::numeric_limits<int64_t>::max();
  return any(tokens, "select") ? kMost >> std::min<int64_t>(operators, 62) : kMost / (operators + 1);
}

std::optional<Message> check_literals(const Tokens& tokens, int64_t limit) {
  for (const Token& token : tokens) {
    if (token.kind != Token::Kind::number) continue;
    if (std::stoll(token.text) > limit) return Message("RULE-REAL", {{"text", token.text}});
  }
  return std::nullopt;
}

std::set<std::string> names_in(const Tokens& tokens) {
  std::set<std::string> out;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_name()) out.insert(tokens[i].text);
    if (tokens[i].is("*") && i > 0 && !tokens[i - 1].is("(")) out.insert("*");  // count(*) reads no column
  }
  return out;
}

// `other.code = row.code` and the same the other way round.
std::set<std::string> lookups(const Tokens& tokens) {
  std::set<std::string> out;
  if (!any(tokens, "select")) return out;
  const auto of_row = [&](size_t i) {
    return i + 2 < tokens.size() && tokens[i].is_word("row") && tokens[i + 1].is(".");
  };
  for (size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].is("=") && !tokens[i].is("==")) continue;
    const bool right = of_row(i + 1);
    const bool left = i >= 3 && of_row(i - 3);
    if (left == right) continue;
    const bool qualified = i + 3 < tokens.size() && tokens[i + 2].is(".");
    const Token& name = right ? tokens[i - 1] : (qualified ? tokens[i + 3] : tokens[i + 1]);
    if (name.is_name()) out.insert(name.text);
  }
  return out;
}

}  // namespace

std::optional<Message> check_balance(const Tokens& tokens) {
  int depth = 0;
  for (const Token& token : tokens) {
    if (token.is("(")) ++depth;
    if (token.is(")") && --depth < 0) return Message("RULE-PARENTHESES");
  }
  if (depth != 0) return Message("RULE-PARENTHESES");
  return std::nullopt;
}

std::optional<Message> check_exact(const Tokens& tokens) {
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Token::Kind::number) {
      if (auto problem = check_number(token)) return problem;
    }
    const bool multiplies = token.is("*") && !is_star(tokens, i);
    if (multiplies || token.is("/") || token.is("%")) return Message("RULE-OPERATOR", {{"text", token.text}});
    const bool call = token.kind == Token::Kind::word && i + 1 < tokens.size() && tokens[i + 1].is("(");
    if (call && std::find(kInexact.begin(), kInexact.end(), token.text) != kInexact.end()) {
      return Message("RULE-INEXACT", {{"text", token.text}});
    }
    // x'00' is a blob.
    const bool blob = token.is_word("x") && i + 1 < tokens.size() && tokens[i + 1].kind == Token::Kind::text &&
                      tokens[i + 1].begin == token.end;
    if (blob) return Message("RULE-SIGN", {{"text", "x'…'"}});
  }
  return std::nullopt;
}

std::optional<Message> read_expression(std::string_view text, const NumberNames& names, Expression& out) {
  if (text.size() > kMaxLength) return Message("RULE-LONG", {{"limit", std::to_string(kMaxLength)}});
  Tokens tokens;
  if (auto problem = tokenize(text, tokens)) return problem;
  if (tokens.empty()) return Message("RULE-EMPTY");
  if (auto problem = check_balance(tokens)) return problem;
  if (auto problem = check_exact(tokens)) return problem;
  if (!SubqueryCheck().passes(tokens)) return Message("RULE-SUBQUERY");
  if (auto problem = check_units(text, tokens, names)) return problem;
  out.operand_limit = operand_limit(tokens);
  if (auto problem = check_literals(tokens, out.operand_limit)) return problem;
  rewrite(text, tokens, out);
  out.subquery = any(tokens, "select");
  out.names = names_in(tokens);
  out.lookups = lookups(tokens);
  return std::nullopt;
}

}  // namespace esep::table

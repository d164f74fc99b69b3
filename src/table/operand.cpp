// SPDX-License-Identifier: MIT
#include "table/operand.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"

namespace esep::table {
namespace {

enum class Operand { unknown, decimal, integer, zero, number, text };

constexpr std::array<std::string_view, 4> kGivesDecimal{"dec", "dec_mul", "dec_div", "dec_sum"};
constexpr std::array<std::string_view, 6> kGivesInteger{"count", "sum", "length", "dec_cmp", "days_between", "instr"};
constexpr std::array<std::string_view, 6> kGivesArgument{"abs", "coalesce", "ifnull", "nullif", "min", "max"};
constexpr std::array<std::string_view, 4> kTakesDecimals{"dec_mul", "dec_div", "dec_cmp", "dec_sum"};
constexpr std::array<std::string_view, 10> kOperators{"=", "==", "<>", "!=", "<", ">", "<=", ">=", "+", "-"};

template <size_t n>
bool contains(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Operand from(NumberKind kind) {
  if (kind == NumberKind::decimal) return Operand::decimal;
  return kind == NumberKind::integer ? Operand::integer : Operand::unknown;
}

bool clash(Operand a, Operand b) {
  const auto foreign = [](Operand o) { return o == Operand::integer || o == Operand::number || o == Operand::text; };
  return (a == Operand::decimal && foreign(b)) || (b == Operand::decimal && foreign(a));
}

class UnitsCheck {
 public:
  UnitsCheck(std::string_view text, const std::vector<Token>& tokens, const NumberNames& names)
      : text_(text), tokens_(tokens), names_(names) {}

  std::optional<Message> run() const {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (auto problem = check(i)) return problem;
    }
    return std::nullopt;
  }

 private:
  std::optional<Message> check(size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::symbol && contains(kOperators, token.text)) return meets(i, i, i + 1);
    if (token.is_word("between")) return check_between(i);
    if (token.is_word("in") && symbol(i + 1, "(")) return check_list(i);
    if (token.kind == Token::Kind::word && symbol(i + 1, "(")) return check_call(i);
    return std::nullopt;
  }

  bool symbol(size_t i, std::string_view text) const { return i < tokens_.size() && tokens_[i].is(text); }

  std::optional<Message> units(size_t first, size_t last) const {
    const size_t begin = tokens_[first].begin;
    return Message("RULE-UNITS", {{"text", std::string(text_.substr(begin, tokens_[last].end - begin))}});
  }

  // Compares the operand that ends before `end` with the one that begins at `next`.
  std::optional<Message> meets(size_t end, size_t at, size_t next) const {
    if (end > 0 && tokens_[end - 1].is_word("not")) --end;
    if (end == 0 || next >= tokens_.size() || !clash(before(end - 1), after(next))) return std::nullopt;
    return units(end - 1, std::max(at, next));
  }

  std::optional<Message> check_between(size_t i) const {
    if (auto problem = meets(i, i, i + 1)) return problem;
    int depth = 0;
    for (size_t k = i + 1; k < tokens_.size() && depth >= 0; ++k) {
      if (tokens_[k].is("(")) ++depth;
      if (tokens_[k].is(")")) --depth;
      if (depth == 0 && tokens_[k].is_word("and")) return meets(i, i, k + 1);
    }
    return std::nullopt;
  }

  std::optional<Message> check_list(size_t i) const {
    for (const size_t start : arguments(i + 1)) {
      if (auto problem = meets(i, i, start)) return problem;
    }
    return std::nullopt;
  }

  std::optional<Message> check_call(size_t i) const {
    const std::string& name = tokens_[i].text;
    const auto starts = arguments(i + 1);
    if (starts.empty()) return std::nullopt;
    const Operand first = after(starts.front());
    const Token& token = tokens_[starts.front()];
    if (name == "dec" && token.kind == Token::Kind::text && !Decimal::parse(token.text)) {
      return Message("RULE-DECIMAL", {{"text", token.text}});
    }
    if (name == "dec" && first == Operand::decimal) return units(i, starts.front());
    if (name == "sum" && first == Operand::decimal) return Message("RULE-SUM");
    if (!contains(kTakesDecimals, name)) return std::nullopt;
    for (const size_t start : starts) {
      if (clash(Operand::decimal, after(start))) return units(i, start);
    }
    return std::nullopt;
  }

  // First tokens of the arguments in the parenthesis at `open`.
  std::vector<size_t> arguments(size_t open) const {
    std::vector<size_t> out;
    if (open + 1 < tokens_.size() && !tokens_[open + 1].is(")")) out.push_back(open + 1);
    int depth = 0;
    for (size_t i = open; i < tokens_.size(); ++i) {
      if (tokens_[i].is("(")) ++depth;
      if (tokens_[i].is(")") && --depth == 0) break;
      if (depth == 1 && tokens_[i].is(",") && i + 1 < tokens_.size()) out.push_back(i + 1);
    }
    return out;
  }

  Operand literal(const Token& token) const {
    if (token.kind == Token::Kind::text) return Operand::text;
    return token.text.find_first_not_of('0') == std::string::npos ? Operand::zero : Operand::number;
  }

  Operand after(size_t i) const {
    while (symbol(i, "+") || symbol(i, "-") || symbol(i, "(")) ++i;
    if (i >= tokens_.size()) return Operand::unknown;
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::number || token.kind == Token::Kind::text) return literal(token);
    if (!token.is_name()) return Operand::unknown;
    if (symbol(i + 1, "(")) return call(i);
    if (symbol(i + 1, ".") && i + 2 < tokens_.size()) return from(names_.of(token.text, tokens_[i + 2].text));
    return from(names_.of("", token.text));
  }

  Operand before(size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::number || token.kind == Token::Kind::text) return literal(token);
    if (token.is(")")) {
      const size_t open = opening(i);
      return open > 0 && tokens_[open - 1].kind == Token::Kind::word ? call(open - 1) : Operand::unknown;
    }
    if (!token.is_name()) return Operand::unknown;
    const bool qualified = i >= 2 && tokens_[i - 1].is(".");
    return from(names_.of(qualified ? tokens_[i - 2].text : "", token.text));
  }

  size_t opening(size_t close) const {
    int depth = 0;
    for (size_t i = close + 1; i-- > 0;) {
      if (tokens_[i].is(")")) ++depth;
      if (tokens_[i].is("(") && --depth == 0) return i;
    }
    return 0;
  }

  Operand call(size_t i) const {
    const std::string& name = tokens_[i].text;
    if (contains(kGivesDecimal, name)) return Operand::decimal;
    if (contains(kGivesInteger, name)) return Operand::integer;
    return contains(kGivesArgument, name) ? after(i + 2) : Operand::unknown;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const NumberNames& names_;
};

}  // namespace

NumberKind NumberNames::of(std::string_view qualifier, const std::string& name) const {
  const auto& names = qualifier == "head" ? fields : (qualifier == "subject" ? subject : columns);
  const auto at = names.find(name);
  return at == names.end() ? NumberKind::none : at->second;
}

std::optional<Message> check_units(std::string_view text, const std::vector<Token>& tokens, const NumberNames& names) {
  return UnitsCheck(text, tokens, names).run();
}

}  // namespace esep::table

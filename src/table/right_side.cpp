// SPDX-License-Identifier: MIT
#include "table/right_side.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "base/text.h"
#include "table/token.h"

namespace esep::table {
namespace {

/// A part of the rule's tokens, and its text.
struct Span {
  size_t begin = 0, end = 0;
};

// Where the last operand of the outermost OR begins; nullopt: the expression is joined by another word.
std::optional<size_t> last_operand(const Tokens& tokens) {
  size_t out = 0;
  int depth = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    depth += tokens[i].is("(") ? 1 : tokens[i].is(")") ? -1 : 0;
    if (depth == 0 && tokens[i].is_word("or")) out = i + 1;
  }
  for (size_t i = out; i < tokens.size(); ++i) {
    depth += tokens[i].is("(") ? 1 : tokens[i].is(")") ? -1 : 0;
    for (const char* word : {"and", "not", "is", "in", "between", "like", "glob", "exists", "case"}) {
      if (depth == 0 && tokens[i].is_word(word)) return std::nullopt;
    }
  }
  return out;
}

// The only equals sign outside of parentheses; nullopt: there is another comparison.
std::optional<size_t> equals_sign(const Tokens& tokens, size_t from) {
  std::optional<size_t> out;
  int depth = 0;
  for (size_t i = from; i < tokens.size(); ++i) {
    depth += tokens[i].is("(") ? 1 : tokens[i].is(")") ? -1 : 0;
    if (depth > 0) continue;
    for (const char* other : {"<", ">", "<=", ">=", "<>", "!=", "||"}) {
      if (tokens[i].is(other)) return std::nullopt;
    }
    const bool equals = tokens[i].is("=") || tokens[i].is("==");
    if (equals && out) return std::nullopt;
    if (equals) out = i;
  }
  return out;
}

bool names(const Tokens& tokens, size_t at, std::string_view table, const std::string& id) {
  return at + 2 < tokens.size() && tokens[at].is_word(table) && tokens[at + 1].is(".") && tokens[at + 2].is_name() &&
         tokens[at + 2].text == ascii_lower(id);
}

bool is_cell(const Tokens& tokens, Span span, std::string_view table, const std::string& id) {
  return span.end - span.begin == 3 && names(tokens, span.begin, table, id);
}

// row.a + coalesce(row.b, 0), with the cell among the items, once.
bool is_sum_with(const Tokens& tokens, Span span, std::string_view table, const std::string& id) {
  int times = 0;
  for (size_t i = span.begin; i < span.end; ++i) {
    const Token& one = tokens[i];
    const bool plain = one.is_name() || one.is(".") || one.is("+") || one.is("(") || one.is(")") || one.is(",") ||
                       (one.kind == Token::Kind::number && one.text == "0");
    const bool call = one.is("(") && i > span.begin && tokens[i - 1].is_name() && !tokens[i - 1].is_word("coalesce");
    if (!plain || call || one.is_word("select")) return false;
    times += names(tokens, i, table, id) ? 1 : 0;
  }
  return times == 1;
}

// A literal is a condition rather than a result.
bool is_literal(const Tokens& tokens, Span span) {
  return span.end - span.begin == 1 && tokens[span.begin].kind != Token::Kind::word;
}

bool holds_for_all(const Tokens& tokens, size_t operand) {
  const auto is_row = [](const Token& token) { return token.is_word("row"); };
  return std::none_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(operand), is_row);
}

std::optional<std::string> solved(const form::Rule& rule, const Tokens& tokens, std::string_view table) {
  const auto operand = last_operand(tokens);
  const auto equals = operand ? equals_sign(tokens, *operand) : std::nullopt;
  if (!equals || *equals == *operand || *equals + 1 == tokens.size() || !holds_for_all(tokens, *operand))
    return std::nullopt;
  const Span left{*operand, *equals};
  const Span right{*equals + 1, tokens.size()};
  const auto text = [&](Span span) {
    const size_t begin = tokens[span.begin].begin;
    return rule.check.substr(begin, tokens[span.end - 1].end - begin);
  };
  for (const auto& [side, other] : {std::pair(left, right), std::pair(right, left)}) {
    if (is_literal(tokens, other)) continue;
    if (is_cell(tokens, side, table, rule.column)) return text(other);
    if (is_sum_with(tokens, side, table, rule.column))
      return fmt::format("{}.\"{}\" + ({}) - ({})", table, rule.column, text(other), text(side));
  }
  return std::nullopt;
}

}  // namespace

std::optional<RightSide> right_side(const form::Rule& rule, const form::FormDefinition& form) {
  Tokens tokens;
  if (rule.key || rule.column.empty() || tokenize(rule.check, tokens)) return std::nullopt;
  const bool counts = std::any_of(tokens.begin(), tokens.end(),
                                  [](const Token& token) { return token.is_word("_row") || token.is_word("_record"); });
  if (counts) return std::nullopt;
  for (const std::string_view table : {"row", "head"}) {
    const form::ValueSpec* judged = nullptr;
    if (table == "row") judged = form.column(rule.column);
    if (table == "head") judged = form.field(rule.column);
    if (judged == nullptr || !form::is_numeric_type(judged->type) || judged->holds_lines()) continue;
    if (auto sql = solved(rule, tokens, table)) return RightSide{std::move(*sql), judged};
  }
  return std::nullopt;
}

}  // namespace esep::table

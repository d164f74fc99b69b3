// SPDX-License-Identifier: MIT
#include "table/select_lists.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace esep::table {
namespace {

constexpr std::array<std::string_view, 10> kEndLists{"except", "from",  "group", "having", "intersect",
                                                     "limit",  "order", "union", "where",  "window"};

bool ends_list(const Token& token) {
  return token.kind == Token::Kind::word &&
         std::find(kEndLists.begin(), kEndLists.end(), token.text) != kEndLists.end();
}

bool ends_operand(const Token& token) { return token.kind != Token::Kind::symbol || token.is(")"); }

}  // namespace

SelectLists::SelectLists(std::string_view sql) {
  if (tokenize(sql, tokens_, Dialect::query) || !find_groups()) groups_.clear();
}

// Group 0 is the whole text. false: the parentheses do not match.
bool SelectLists::find_groups() {
  closing_.assign(tokens_.size(), kNoToken);
  group_at_.assign(tokens_.size(), kNoToken);
  groups_.push_back({{}, {}, false, {0, tokens_.size()}});
  std::vector<size_t> open;
  for (size_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].is("(")) open.push_back(i);
    if (!tokens_[i].is(")")) continue;
    if (open.empty()) return false;
    closing_[open.back()] = i;
    open.pop_back();
  }
  if (!open.empty()) return false;
  for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
    const Token& first = tokens_[i + 1];
    if (!tokens_[i].is("(") || !(first.is_word("select") || first.is_word("with") || first.is_word("values"))) {
      continue;
    }
    group_at_[i] = groups_.size();
    groups_.push_back({{}, columns_before(i), false, {i + 1, closing_[i]}});
  }
  for (SelectGroup& group : groups_) find_selects(group);
  return true;
}

// Of `name(a, b) AS (` and the same with MATERIALIZED. The part is found by its name, too.
std::vector<std::string> SelectLists::columns_before(size_t open) {
  size_t at = open;
  while (at > 0 && (tokens_[at - 1].is_word("materialized") || tokens_[at - 1].is_word("not"))) --at;
  if (at < 2 || !tokens_[at - 1].is_word("as")) return {};
  at -= 2;
  if (tokens_[at].is_name()) parts_[ascii_lower(tokens_[at].text)] = groups_.size();
  if (!tokens_[at].is(")")) return {};
  std::vector<std::string> out;
  for (; at > 0 && !tokens_[at].is("("); --at) {
    if (tokens_[at].is_name()) out.insert(out.begin(), ascii_lower(tokens_[at].text));
  }
  if (at > 0 && tokens_[at - 1].is_name()) parts_[ascii_lower(tokens_[at - 1].text)] = groups_.size();
  return out;
}

void SelectLists::find_selects(SelectGroup& group) const {
  bool in_list = false;
  size_t begin = 0;
  const auto end_item = [&](size_t end) {
    if (in_list && end > begin) group.selects.back().items.push_back(item({begin, end}));
    begin = end + 1;
  };
  for (size_t i = group.range.begin; i < group.range.end; ++i) {
    const Token& token = tokens_[i];
    if (token.is("(")) {
      i = closing_[i];
    } else if (token.is_word("select")) {
      group.selects.emplace_back();
      in_list = true;
      begin = i + 1;
      if (begin < group.range.end && (tokens_[begin].is_word("distinct") || tokens_[begin].is_word("all"))) ++begin;
    } else if (token.is_word("values")) {
      group.has_values = true;
    } else if (in_list && token.is(",")) {
      end_item(i);
    } else if (in_list && ends_list(token) && !(token.text == "from" && tokens_[i - 1].is_word("distinct"))) {
      end_item(i);
      in_list = false;
      if (token.text == "from") group.selects.back().from = i;
    }
  }
  end_item(group.range.end);
}

ListedItem SelectLists::item(TokenRange range) const {
  const Token& last = tokens_[range.end - 1];
  ListedItem out{range, "", false};
  out.star = last.is("*") && (range.end - range.begin == 1 || tokens_[range.end - 2].is("."));
  if (!last.is_name() && last.kind != Token::Kind::text) return out;
  if (range.end - range.begin == 1 || tokens_[range.end - 2].is(".")) {
    out.name = ascii_lower(last.text);
  } else if (tokens_[range.end - 2].is_word("as")) {
    out.name = ascii_lower(last.text);
    out.expression.end -= 2;
  } else if (ends_operand(tokens_[range.end - 2]) && !last.is_word("end") && !last.is_word("null")) {
    out.name = ascii_lower(last.text);  // `amount a`
    out.expression.end -= 1;
  }
  return out;
}

// The group that FROM names, if it names one source.
size_t SelectLists::only_source(const ListedSelect& select) const {
  if (select.from == kNoToken || select.from + 1 >= tokens_.size()) return kNoToken;
  const size_t first = select.from + 1;
  size_t last = first;
  size_t source = kNoToken;
  if (tokens_[first].is("(")) {
    source = group_at_[first];
    last = closing_[first];
  } else if (const auto part = parts_.find(ascii_lower(tokens_[first].text)); part != parts_.end()) {
    source = part->second;
  }
  for (size_t i = last + 1; i < tokens_.size() && !tokens_[i].is(")"); ++i) {
    if (tokens_[i].is(",") || tokens_[i].is_word("join")) return kNoToken;
    if (ends_list(tokens_[i])) break;
    if (tokens_[i].is("(")) i = closing_[i];
  }
  return source;
}

// Of `CASE … END` as one operand: the token behind it.
size_t SelectLists::behind_case(size_t at, size_t end) const {
  int open = 0;
  for (; at < end; ++at) {
    if (tokens_[at].is("(")) at = closing_[at];
    if (tokens_[at].is_word("case")) ++open;
    if (tokens_[at].is_word("end") && --open == 0) return at + 1;
  }
  return end;
}

std::vector<TokenRange> SelectLists::arguments(size_t open) const {
  std::vector<TokenRange> out{{open + 1, closing_[open]}};
  for (size_t i = open + 1; i < closing_[open]; ++i) {
    if (tokens_[i].is("(")) i = closing_[i];
    if (!tokens_[i].is(",")) continue;
    out.back().end = i;
    out.push_back({i + 1, closing_[open]});
  }
  return out;
}

}  // namespace esep::table

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "table/token.h"

/// The SELECTs of a query and what each of them lists, read off its tokens: enough to follow a column, no more.
namespace esep::table {

inline constexpr size_t kNoToken = static_cast<size_t>(-1);

struct TokenRange {
  size_t begin = 0;
  size_t end = 0;
};

struct ListedItem {
  TokenRange expression;
  std::string name;  // in lower case; empty: SQLite makes one up
  bool star = false;
};

struct ListedSelect {
  std::vector<ListedItem> items;
  size_t from = kNoToken;  // the word FROM
};

/// The SELECTs between a pair of parentheses, or those of the whole text, joined by UNION and its like.
struct SelectGroup {
  std::vector<ListedSelect> selects;
  std::vector<std::string> columns;  // `part(a, b) AS (…)`
  bool has_values = false;           // VALUES instead of a SELECT
  TokenRange range;
};

class SelectLists {
 public:
  /// Of a text that is no query (its parentheses do not match, or it has signs that none has) there are no groups.
  explicit SelectLists(std::string_view sql);

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  /// The first is the whole text.
  [[nodiscard]] const std::vector<SelectGroup>& groups() const { return groups_; }
  /// Of a "(": its ")".
  [[nodiscard]] size_t closing(size_t open) const { return closing_[open]; }
  /// Of a "(": the group between it and its ")"; kNoToken: there is none.
  [[nodiscard]] size_t group_at(size_t open) const { return group_at_[open]; }
  /// The group that FROM names, if it names nothing else: a subquery, or a part of WITH; kNoToken: anything else.
  [[nodiscard]] size_t only_source(const ListedSelect& select) const;
  /// Of a CASE the token behind its END, not after `end`.
  [[nodiscard]] size_t behind_case(size_t at, size_t end) const;
  /// What stands between the commas of a call.
  [[nodiscard]] std::vector<TokenRange> arguments(size_t open) const;

 private:
  [[nodiscard]] bool find_groups();
  [[nodiscard]] std::vector<std::string> columns_before(size_t open);
  void find_selects(SelectGroup& group) const;
  [[nodiscard]] ListedItem item(TokenRange range) const;

  std::vector<Token> tokens_;
  std::vector<size_t> closing_;
  std::vector<size_t> group_at_;
  std::vector<SelectGroup> groups_;
  std::map<std::string, size_t> parts_;  // of WITH
};

}  // namespace esep::table

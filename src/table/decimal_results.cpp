// SPDX-License-Identifier: MIT
#include "table/decimal_results.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "table/select_lists.h"

namespace esep::table {
namespace {

constexpr size_t kMostTokens = 50'000;  // of a longer text every result may be a decimal
constexpr int kDeepest = 100;           // so may one whose expression is deeper

constexpr std::array<std::string_view, 4> kGiveDecimals{"dec", "dec_div", "dec_mul", "dec_sum"};
constexpr std::array<std::string_view, 12> kGiveNone{"add_months", "characters", "count",      "days_between",
                                                     "dec_cmp",    "glob",       "instr",      "labelled_date",
                                                     "length",     "like",       "row_number", "working_days_after"};
constexpr std::array<std::string_view, 11> kLogic{"and",    "between", "exists", "glob",    "in", "is",
                                                  "isnull", "like",    "not",    "notnull", "or"};
constexpr std::array<std::string_view, 8> kComparisons{"!=", "<", "<=", "<>", "=", "==", ">", ">="};

template <size_t size>
bool has(const std::array<std::string_view, size>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_logic(const Token& token) {
  return token.kind == Token::Kind::symbol ? has(kComparisons, token.text)
                                           : token.kind == Token::Kind::word && has(kLogic, token.text);
}

struct Result {
  std::string name;
  bool decimal = false;
};

using Results = std::optional<std::vector<Result>>;

struct Known {
  enum class State { none, reading, read };
  State state = State::none;
  Results results = std::nullopt;
};

}  // namespace

class DecimalResults::Reading {
 public:
  Reading(std::string_view sql, IsDecimal is_decimal)
      : is_decimal_(std::move(is_decimal)), lists_(sql), tokens_(lists_.tokens()), groups_(lists_.groups()) {
    all_ = tokens_.size() > kMostTokens;
    if (all_ || groups_.empty()) return;
    find_names();
    results_ = results_of(0, 0);
  }

  [[nodiscard]] bool may_be_decimal(std::string_view column) const {
    const std::string name = ascii_lower(column);
    if (all_) return true;
    if (known_.empty()) return false;  // no query
    if (!results_) return true;
    bool found = false;
    for (const Result& one : *results_) {
      if (one.name != name) continue;
      if (one.decimal) return true;
      found = true;
    }
    return !found && is_decimal_name(name);
  }

 private:
  // A name that one SELECT gives to a decimal is one for all of them: repeated, for a part may stand behind its use.
  void find_names() {
    for (size_t before = kNoToken; before != names_.size() && !all_;) {
      before = names_.size();
      known_.assign(groups_.size(), {});
      for (size_t i = 0; i < groups_.size(); ++i) {
        const auto results = results_of(i, 0);
        if (!results) all_ = true;
        if (!results) break;
        for (const Result& one : *results) {
          if (one.decimal && !one.name.empty()) names_.insert(one.name);
        }
      }
    }
  }

  [[nodiscard]] bool is_decimal_name(const std::string& name) const {
    return names_.contains(name) || is_decimal_(name);
  }

  // nullopt: nobody knows which result is a decimal, though one may be; or the group names itself. Each group is read
  // once: parts that name others twice would double the work with each step.
  [[nodiscard]] Results results_of(size_t number, int depth) {
    Known& known = known_[number];
    if (known.state == Known::State::reading) return std::nullopt;
    if (known.state == Known::State::none) {
      known.state = Known::State::reading;
      known.results = read_results(number, depth);
      known.state = Known::State::read;
    }
    return known.results;
  }

  [[nodiscard]] Results read_results(size_t number, int depth) {
    const SelectGroup& group = groups_[number];
    if (depth > kDeepest || (group.has_values && mentions_decimal(group.range))) return std::nullopt;
    if (group.selects.empty()) return std::vector<Result>{};
    auto out = results_of(group.selects.front(), depth);
    bool known = out.has_value();
    if (!known) out.emplace();
    for (size_t i = 1; i < group.selects.size(); ++i) {
      const auto further = results_of(group.selects[i], depth);
      known = known && further && further->size() == out->size();
      for (size_t at = 0; known && at < out->size(); ++at) (*out)[at].decimal |= (*further)[at].decimal;
    }
    if (!known && group.selects.size() > 1 && mentions_decimal(group.range)) return std::nullopt;
    if (!known && group.selects.size() > 1) return std::vector<Result>{};
    if (!known) out = named_results(group.selects.front(), depth);
    if (!known && !group.columns.empty() && mentions_decimal(group.range)) return std::nullopt;
    for (size_t at = 0; at < std::min(group.columns.size(), out->size()); ++at) (*out)[at].name = group.columns[at];
    return out;
  }

  // With those behind a `*` of a subquery or a part; nullopt: it is the `*` of something else.
  [[nodiscard]] Results results_of(const ListedSelect& select, int depth) {
    std::vector<Result> out;
    for (const ListedItem& one : select.items) {
      if (!one.star) {
        out.push_back({one.name, is_decimal(one.expression, depth + 1)});
        continue;
      }
      const size_t source = lists_.only_source(select);
      if (source == kNoToken) return std::nullopt;
      const auto behind = results_of(source, depth + 1);
      if (!behind || behind->empty()) return std::nullopt;
      out.insert(out.end(), behind->begin(), behind->end());
    }
    return out;
  }

  // Results behind a `*` keep their names, by which they are judged.
  [[nodiscard]] std::vector<Result> named_results(const ListedSelect& select, int depth) {
    std::vector<Result> out;
    for (const ListedItem& one : select.items) {
      if (!one.star) out.push_back({one.name, is_decimal(one.expression, depth + 1)});
    }
    return out;
  }

  [[nodiscard]] bool mentions_decimal(TokenRange range) const {
    for (size_t i = range.begin; i < range.end; ++i) {
      const Token& token = tokens_[i];
      if (token.is_name() && (is_decimal_name(ascii_lower(token.text)) || has(kGiveDecimals, token.text))) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_logical(TokenRange range) const {
    for (size_t i = range.begin; i < range.end; ++i) {
      if (tokens_[i].is_word("case")) i = lists_.behind_case(i, range.end) - 1;
      if (tokens_[i].is("(")) i = lists_.closing(i);
      if (is_logic(tokens_[i])) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_decimal(TokenRange range, int depth) {
    if (depth > kDeepest) return true;
    if (is_logical(range)) return false;
    for (size_t i = range.begin; i < range.end; ++i) {
      const Token& token = tokens_[i];
      if (token.is("(")) {
        if (inside(i, depth)) return true;
        i = lists_.closing(i);
      } else if (token.is_word("case")) {
        const size_t behind = lists_.behind_case(i, range.end);
        if (any_branch({i + 1, behind - 1}, depth)) return true;
        i = behind - 1;
      } else if (token.is_word("over") || token.is_word("filter")) {
        if (i + 1 < range.end && tokens_[i + 1].is("(")) i = lists_.closing(i + 1);
      } else if (token.is_name() && i + 1 < range.end && tokens_[i + 1].is("(")) {
        if (call(token.text, i + 1, depth)) return true;
        i = lists_.closing(i + 1);
      } else if (token.is_name() && !(i + 1 < range.end && tokens_[i + 1].is(".")) &&
                 is_decimal_name(ascii_lower(token.text))) {
        return true;
      }
    }
    return false;
  }

  // Between parentheses: a subquery of one result, or an expression.
  [[nodiscard]] bool inside(size_t open, int depth) {
    if (lists_.group_at(open) == kNoToken) return is_decimal({open + 1, lists_.closing(open)}, depth + 1);
    const auto results = results_of(lists_.group_at(open), depth + 1);
    return !results || (!results->empty() && results->front().decimal);
  }

  // What stands behind THEN and ELSE. A CASE within a branch is passed over as a whole by is_decimal.
  [[nodiscard]] bool any_branch(TokenRange range, int depth) {
    size_t begin = kNoToken;
    for (size_t i = range.begin; i <= range.end; ++i) {
      const bool ends = i == range.end || tokens_[i].is_word("when") || tokens_[i].is_word("else");
      if (ends && begin != kNoToken && is_decimal({begin, i}, depth + 1)) return true;
      if (i == range.end) break;
      if (tokens_[i].is_word("when")) begin = kNoToken;
      if (tokens_[i].is_word("then") || tokens_[i].is_word("else")) begin = i + 1;
      if (tokens_[i].is("(")) i = lists_.closing(i);
      if (tokens_[i].is_word("case")) i = lists_.behind_case(i, range.end) - 1;
    }
    return false;
  }

  [[nodiscard]] bool call(const std::string& name, size_t open, int depth) {
    if (has(kGiveDecimals, name)) return true;
    if (has(kGiveNone, name)) return false;
    const std::vector<TokenRange> all = lists_.arguments(open);
    const size_t first = name == "iif" ? 1 : 0;
    const size_t last = name == "nullif" ? 1 : all.size();
    for (size_t i = first; i < std::min(last, all.size()); ++i) {
      if (is_decimal(all[i], depth + 1)) return true;
    }
    return false;
  }

  IsDecimal is_decimal_;
  SelectLists lists_;
  const std::vector<Token>& tokens_;
  const std::vector<SelectGroup>& groups_;
  std::vector<Known> known_;     // of each group
  Results results_;              // of the query
  std::set<std::string> names_;  // given to decimals by the query itself
  bool all_ = false;             // each result may be one
};

DecimalResults::DecimalResults(std::string_view sql, IsDecimal is_decimal)
    : reading_(std::make_unique<Reading>(sql, std::move(is_decimal))) {}

DecimalResults::~DecimalResults() = default;

bool DecimalResults::may_be_decimal(std::string_view column) const { return reading_->may_be_decimal(column); }

}  // namespace esep::table

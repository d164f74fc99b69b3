// SPDX-License-Identifier: MIT
#include <algorithm>

#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::Kind;
using datafile::Node;
using datafile::TableReader;

OwnWords read_own_words(TableReader& table) {
  OwnWords out;
  // Asked for even where it is absent: it belongs to the known keys.
  if (table.optional_node("code") || table.has("message") || table.has("law")) out.code = read_code(table);
  out.message = read_text(table, "message");
  out.law = read_text(table, "law");
  return out;
}

ReportDay report_day(const std::string& word) {
  if (word == "period_start") return ReportDay::period_start;
  if (word == "period_end") return ReportDay::period_end;
  return word == "received_on" ? ReportDay::received_on : ReportDay::none;
}

bool read_day(const Node& node, Bound& out) {
  const std::string text = node.date() ? *node.date() : node.string().value_or("");
  out.day = report_day(text);
  if (out.day != ReportDay::none) return true;
  const auto date = calendar::Date::parse_iso(text);
  if (date) out.value = *date;
  return date.has_value();
}

bool read_number_value(const Node& node, const ValueSpec& spec, Bound& out) {
  std::string text = node.string().value_or("");
  if (const auto whole = node.integer()) text = std::to_string(*whole);
  std::replace(text.begin(), text.end(), ',', '.');
  const auto number = Decimal::parse(text);
  if (!number || number->places() > spec.scale) return false;
  if (is_decimal_type(spec.type)) {
    out.value = *number;
  } else {
    out.value = *number->to_integer();
  }
  return true;
}

bool has_bounds(const ValueSpec& spec) {
  return (is_numeric_type(spec.type) || spec.type == ColumnType::date) && !spec.holds_lines();
}

// min = 0, max = "0.5", min = 2026-01-01, max = "received_on", or a table with the same as `value` and words of its
// own.
std::optional<Bound> read_bound(TableReader& table, std::string_view key, const ValueSpec& spec) {
  auto node = table.optional_node(key);
  if (!node) return std::nullopt;
  if (!has_bounds(spec)) {
    table.report(key, "FORM-BOUND-TYPE", Message("FORM-BOUND-TYPE", {{"key", std::string(key)}, {"column", spec.id}}));
    return std::nullopt;
  }
  Bound out;
  if (node->kind() == Kind::table) {
    auto inner = table.optional_table(key);
    node = inner->optional_node("value");
    if (!node) inner->report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", "value"}}));
    out.words = read_own_words(*inner);
    inner->finish();
    if (!node) return std::nullopt;
  }
  if (spec.type == ColumnType::date ? read_day(*node, out) : read_number_value(*node, spec, out)) return out;
  if (node->kind() == Kind::floating && spec.scale > 0 && spec.type != ColumnType::date) {
    table.report(key, "FORM-BOUND-QUOTES",
                 Message("FORM-BOUND-QUOTES", {{"key", std::string(key)}, {"column", spec.id}}));
    return std::nullopt;
  }
  const std::string wanted = spec.type == ColumnType::date
                                 ? "2026-11-21, \"period_start\", \"period_end\", \"received_on\""
                                 : (spec.scale > 0 ? "0, \"0.01\"" : "0, 100");
  table.report(key, "FORM-BOUND",
               Message("FORM-BOUND", {{"key", std::string(key)}, {"column", spec.id}, {"known", wanted}}));
  return std::nullopt;
}

// Of the days of a report only the first and the last of its period have an order that every report shares.
bool is_greater(const Bound& a, const Bound& b) {
  if (a.day == ReportDay::period_end && b.day == ReportDay::period_start) return true;
  if (is_blank(a.value) || is_blank(b.value)) return false;
  return a.value.index() == b.value.index() && a.value > b.value;
}

// sum_of = ["a", "b"], or [[column.sum_of]] tables with `of` and words of their own.
std::vector<Sum> read_sums(TableReader& table) {
  const auto node = table.optional_node("sum_of");
  if (!node) return {};
  const auto items = node->items();
  std::vector<Sum> out;
  if (items.empty() || items.front().kind() != Kind::table) {
    out.push_back({table.strings("sum_of"), "", {}});
  } else {
    for (auto& inner : table.tables("sum_of")) {
      Sum sum;
      sum.of = inner.strings("of");
      sum.at = inner.string_or("at", "");
      sum.words = read_own_words(inner);
      inner.finish();
      out.push_back(std::move(sum));
    }
  }
  if (std::any_of(out.begin(), out.end(), [](const Sum& sum) { return sum.of.empty(); }))
    table.report("sum_of", "FORM-SUM-EMPTY", "FORM-SUM-EMPTY");
  return out;
}

}  // namespace

Checks read_checks(TableReader& table, const ValueSpec& spec) {
  Checks out;
  out.min = read_bound(table, "min", spec);
  out.max = read_bound(table, "max", spec);
  if (out.min && out.max && is_greater(*out.min, *out.max))
    table.report("min", "FORM-MIN-MAX", Message("FORM-MIN-MAX", {{"column", spec.id}}));
  out.sums = read_sums(table);
  return out;
}

// total_of = "column", or a table with `column` and words of its own.
std::optional<Total> read_total(TableReader& table) {
  const auto node = table.optional_node("total_of");
  if (!node) return std::nullopt;
  Total out;
  if (node->kind() != Kind::table) {
    out.column = table.required_string("total_of");
    return out;
  }
  auto inner = table.optional_table("total_of");
  out.column = inner->required_string("column");
  out.words = read_own_words(*inner);
  inner->finish();
  return out;
}

}  // namespace esep::form

// SPDX-License-Identifier: MIT
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

bool is_made_of(const std::string& word, std::string_view letters) {
  return !word.empty() && word.front() >= 'a' && word.front() <= 'z' &&
         word.find_first_not_of(letters) == std::string::npos;
}

}  // namespace

std::optional<calendar::Date> read_date(datafile::TableReader& table, std::string_view key) {
  const auto text = table.optional_date(key);
  if (!text) return std::nullopt;
  const auto date = calendar::Date::parse_iso(*text);
  if (!date) {
    table.report(key, "TOML-BAD-VALUE",
                 Message("TOML-BAD-VALUE", {{"key", std::string(key)}, {"value", *text}, {"known", "2026-11-21"}}));
  }
  return date;
}

std::optional<calendar::PeriodKind> read_period(datafile::TableReader& table) {
  static const std::vector<std::string> kKinds{"month", "quarter", "half_year", "year"};
  // Asked for even where it is absent: it belongs to the known keys.
  if (!table.optional_node("period")) return std::nullopt;
  return calendar::period_kind_from(table.one_of("period", kKinds));
}

int read_number(datafile::TableReader& table, std::string_view key, int fallback, int from, int to) {
  const int64_t number = table.integer_or(key, fallback);
  if (number >= from && number <= to) return static_cast<int>(number);
  table.report(
      key, "FORM-RANGE",
      Message("FORM-RANGE", {{"key", std::string(key)}, {"from", std::to_string(from)}, {"to", std::to_string(to)}}));
  return fallback;
}

std::string read_id(datafile::TableReader& table) {
  std::string id = table.required_string("id");
  if (!id.empty() && !is_made_of(id, "abcdefghijklmnopqrstuvwxyz0123456789_")) {
    table.report("id", "FORM-ID", Message("FORM-ID", {{"id", id}}));
  }
  return id;
}

void check_name(datafile::TableReader& table, std::string_view key, const std::string& name) {
  if (name.empty() || is_made_of(name, "abcdefghijklmnopqrstuvwxyz0123456789_-")) return;
  table.report(key, "FORM-NAME", Message("FORM-NAME", {{"name", name}}));
}

}  // namespace esep::form

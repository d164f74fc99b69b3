// SPDX-License-Identifier: MIT
#include "form/value.h"

#include "base/enum_names.h"

namespace esep::form {
namespace {

constexpr EnumNames<ColumnType, 13> kTypes{{{ColumnType::text, "text"},
                                            {ColumnType::integer, "integer"},
                                            {ColumnType::decimal, "decimal"},
                                            {ColumnType::money, "money"},
                                            {ColumnType::percent, "percent"},
                                            {ColumnType::date, "date"},
                                            {ColumnType::choice, "choice"},
                                            {ColumnType::yes_no, "yes_no"},
                                            {ColumnType::url, "url"},
                                            {ColumnType::iin, "iin"},
                                            {ColumnType::bin, "bin"},
                                            {ColumnType::bic, "bic"},
                                            {ColumnType::vin, "vin"}}};

// 1234567.5 → 1 234 567,5 with no-break spaces.
std::string grouped(const std::string& canonical) {
  const size_t point = canonical.find('.');
  std::string whole = canonical.substr(0, point);
  const size_t digits_from = whole.starts_with('-') ? 1 : 0;
  for (size_t at = whole.size(); at > digits_from + 3;) {
    at -= 3;
    whole.insert(at, "\u00A0");
  }
  return point == std::string::npos ? whole : whole + "," + canonical.substr(point + 1);
}

}  // namespace

std::optional<ColumnType> column_type_from(std::string_view word) { return enum_from(kTypes, word); }

std::string_view column_type_name(ColumnType type) { return enum_name(kTypes, type); }

bool is_decimal_type(ColumnType type) {
  return type == ColumnType::decimal || type == ColumnType::money || type == ColumnType::percent;
}

bool is_numeric_type(ColumnType type) { return type == ColumnType::integer || is_decimal_type(type); }

std::string canonical_text(const Value& value) {
  struct Writer {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(int64_t number) const { return std::to_string(number); }
    std::string operator()(const Decimal& number) const { return number.to_string(); }
    std::string operator()(const calendar::Date& date) const { return date.iso(); }
    std::string operator()(bool yes) const { return yes ? "true" : "false"; }
  };
  return std::visit(Writer{}, value);
}

std::string display_text(const Value& value, int decimals, Lang lang) {
  if (const auto* number = std::get_if<int64_t>(&value)) return grouped(std::to_string(*number));
  if (const auto* number = std::get_if<Decimal>(&value)) return grouped(number->to_string(decimals));
  if (const auto* date = std::get_if<calendar::Date>(&value)) return date->dotted();
  if (const auto* yes = std::get_if<bool>(&value)) {
    const LocalText word = *yes ? LocalText{"иә", "да", "yes"} : LocalText{"жоқ", "нет", "no"};
    return word.in(lang);
  }
  return canonical_text(value);
}

std::string display_text(ColumnType type, const Value& value, Lang lang) {
  return display_text(value, type == ColumnType::money ? 2 : 0, lang);
}

LocalText display_texts(ColumnType type, const Value& value) {
  return {display_text(type, value, Lang::kk), display_text(type, value, Lang::ru),
          display_text(type, value, Lang::en)};
}

}  // namespace esep::form

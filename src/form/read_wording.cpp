// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "form/reader_parts.h"

namespace esep::form {
namespace {

const std::vector<std::string>& provenances() {
  static const std::vector<std::string> kNames{"official", "partly", "reconstructed", "translated", "own"};
  return kNames;
}

// provenance = "official" or { kk = "official", ru = "translated" }
DefaultProvenance read_provenance(datafile::TableReader& table, const DefaultProvenance& fallback) {
  DefaultProvenance out = fallback;
  const auto node = table.optional_node("provenance");
  if (!node) return out;
  if (node->kind() == datafile::Kind::table) {
    if (auto inner = table.optional_table("provenance")) {
      out.kk = *provenance_from(inner->one_of("kk", provenances(), provenance_name(fallback.kk)));
      out.ru = *provenance_from(inner->one_of("ru", provenances(), provenance_name(fallback.ru)));
      inner->finish();
    }
    return out;
  }
  out.kk = out.ru = *provenance_from(table.one_of("provenance", provenances(), provenance_name(fallback.kk)));
  return out;
}

Wording read_wording_table(datafile::TableReader& table, const DefaultProvenance& fallback) {
  Wording out;
  out.text = {table.required_string("kk"), table.required_string("ru"), table.string_or("en", "")};
  const DefaultProvenance provenance = read_provenance(table, fallback);
  out.kk = provenance.kk;
  out.ru = provenance.ru;
  const bool same = table.boolean_or("same", false);
  if (!same && !out.text.kk.empty() && out.text.kk == out.text.ru) {
    table.report("ru", "TOML-SAME-TRANSLATION", Message("TOML-SAME-TRANSLATION", {{"key", "ru"}}));
  }
  table.finish();
  return out;
}

}  // namespace

DefaultProvenance read_default_provenance(datafile::TableReader& file) { return read_provenance(file, {}); }

Wording read_wording(datafile::TableReader& table, std::string_view key, const DefaultProvenance& fallback, bool required) {
  if (auto inner = table.optional_table(key)) return read_wording_table(*inner, fallback);
  if (required && !table.has(key)) {
    table.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", std::string(key)}}));
  }
  return {};
}

std::vector<Wording> read_wordings(datafile::TableReader& table, std::string_view key, const DefaultProvenance& fallback) {
  std::vector<Wording> out;
  for (auto& inner : table.tables(key)) out.push_back(read_wording_table(inner, fallback));
  return out;
}

std::vector<LocalText> read_texts(datafile::TableReader& table, std::string_view key) {
  std::vector<LocalText> out;
  for (auto& inner : table.tables(key)) {
    out.push_back({inner.required_string("kk"), inner.required_string("ru"), inner.string_or("en", "")});
    inner.finish();
  }
  return out;
}

std::optional<calendar::Date> read_date(datafile::TableReader& table, std::string_view key) {
  const auto text = table.optional_date(key);
  if (!text) return std::nullopt;
  const auto date = calendar::Date::parse_iso(*text);
  if (!date) {
    table.report(key, "TOML-BAD-VALUE", Message("TOML-BAD-VALUE", {{"key", std::string(key)}, {"value", *text}, {"known", "2026-11-21"}}));
  }
  return date;
}

}  // namespace esep::form

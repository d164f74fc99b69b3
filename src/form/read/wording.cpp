// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "base/utf8.h"
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::TableReader;

constexpr size_t kCellLimit = 32767;  // characters of a cell in Excel

const std::vector<std::string>& provenances() {
  static const std::vector<std::string> kNames{"official", "partly", "reconstructed", "translated", "own"};
  return kNames;
}

// provenance = "official" or { kk = "official", ru = "translated" }
DefaultProvenance read_provenance(TableReader& table, const DefaultProvenance& fallback) {
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

// C0 but for the line break and the tab, DEL and C1, which UTF-8 begins with this byte.
bool has_control_character(std::string_view text) {
  constexpr char kBeforeC1 = '\xC2';
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return true;
    if (text[i] == kBeforeC1 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

void check_text(TableReader& table, std::string_view key, const std::string& lang, const std::string& text) {
  const std::string name = lang.empty() ? std::string(key) : lang;
  if (text.size() > kCellLimit && count_code_points(text) > kCellLimit) {
    table.report(key, "FORM-TEXT-LONG",
                 Message("FORM-TEXT-LONG", {{"key", name},
                                            {"length", std::to_string(count_code_points(text))},
                                            {"limit", std::to_string(kCellLimit)}}));
  }
  if (has_control_character(text)) {
    table.report(key, "FORM-TEXT-CONTROL", Message("FORM-TEXT-CONTROL", {{"key", name}}));
  }
}

// The languages of a table that is itself the text, the value of `key`.
LocalText read_languages(TableReader& table, std::string_view key) {
  LocalText out{table.string_or("kk", ""), table.string_or("ru", ""), table.string_or("en", "")};
  const bool same = table.boolean_or("same", false);
  for (const auto& [lang, text] : {std::pair("kk", &out.kk), std::pair("ru", &out.ru)}) {
    if (trim(*text).empty()) {
      table.report(lang, "TOML-MISSING-TRANSLATION",
                   Message("TOML-MISSING-TRANSLATION", {{"key", std::string(key)}, {"lang", lang}}));
    }
  }
  if (!same && !out.kk.empty() && out.kk == out.ru) {
    table.report("ru", "TOML-SAME-TRANSLATION", Message("TOML-SAME-TRANSLATION", {{"key", std::string(key)}}));
  }
  check_text(table, "kk", "", out.kk);
  check_text(table, "ru", "", out.ru);
  check_text(table, "en", "", out.en);
  return out;
}

Wording read_wording_table(TableReader& table, std::string_view key, const DefaultProvenance& fallback) {
  Wording out;
  out.text = read_languages(table, key);
  const DefaultProvenance provenance = read_provenance(table, fallback);
  out.kk = provenance.kk;
  out.ru = provenance.ru;
  table.finish();
  return out;
}

void report_missing(TableReader& table, std::string_view key) {
  if (table.has(key)) return;
  table.report("", "TOML-MISSING-KEY", Message("TOML-MISSING-KEY", {{"key", std::string(key)}}));
}

}  // namespace

LocalText read_text(TableReader& table, std::string_view key) {
  LocalText out = table.text_or_empty(key);
  check_text(table, key, "kk", out.kk);
  check_text(table, key, "ru", out.ru);
  check_text(table, key, "en", out.en);
  return out;
}

LocalText required_text(TableReader& table, std::string_view key) {
  report_missing(table, key);
  return read_text(table, key);
}

std::vector<LocalText> read_texts(TableReader& table, std::string_view key) {
  std::vector<LocalText> out;
  for (auto& inner : table.tables(key)) {
    out.push_back(read_languages(inner, key));
    inner.finish();
  }
  return out;
}

DefaultProvenance read_default_provenance(TableReader& file, const DefaultProvenance& fallback) {
  return read_provenance(file, fallback);
}

Wording read_wording(TableReader& table, std::string_view key, const DefaultProvenance& fallback) {
  if (auto inner = table.optional_table(key)) return read_wording_table(*inner, key, fallback);
  return {};
}

Wording required_wording(TableReader& table, std::string_view key, const DefaultProvenance& fallback) {
  report_missing(table, key);
  return read_wording(table, key, fallback);
}

std::vector<Wording> read_wordings(TableReader& table, std::string_view key, const DefaultProvenance& fallback) {
  std::vector<Wording> out;
  for (auto& inner : table.tables(key)) out.push_back(read_wording_table(inner, key, fallback));
  return out;
}

}  // namespace esep::form

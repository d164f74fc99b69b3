// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "base/text.h"
#include "form/read/parts.h"

namespace esep::form {
namespace {

using datafile::TableReader;

constexpr int kLongestText = 32000;

// Ids and titles of choices tell them apart: a second «иә» in the list could never be read back.
std::vector<Choice> read_choices(TableReader& table) {
  std::vector<Choice> out;
  std::set<std::string> ids;
  std::set<std::string> titles;
  for (auto& choice : table.tables("choices")) {
    Choice one{read_id(choice), read_text(choice, "title", true)};
    if (!one.id.empty() && !ids.insert(one.id).second) {
      choice.report("id", "FORM-CHOICE-DUPLICATE", Message("FORM-CHOICE-DUPLICATE", {{"name", one.id}}));
    }
    for (const auto& [lang, title] : {std::pair("kk ", one.title.kk), std::pair("ru ", one.title.ru)}) {
      if (title.empty() || titles.insert(lang + fold_look_alikes(title)).second) continue;
      choice.report("title", "FORM-CHOICE-DUPLICATE", Message("FORM-CHOICE-DUPLICATE", {{"name", title}}));
    }
    choice.finish();
    out.push_back(std::move(one));
  }
  return out;
}

int default_scale(ColumnType type) { return type == ColumnType::money || type == ColumnType::percent ? 2 : 0; }

void read_scale(TableReader& table, Column& out) {
  const int64_t scale = table.integer_or("scale", default_scale(out.type));
  const int most = is_decimal_type(out.type) ? Decimal::kScale : 0;
  if (scale >= 0 && scale <= most) {
    out.scale = static_cast<int>(scale);
    return;
  }
  table.report("scale", "FORM-SCALE", Message("FORM-SCALE", {{"column", out.id}}));
  out.scale = default_scale(out.type);
}

void read_pattern(TableReader& table, Column& out) {
  if (table.has("pattern")) {
    out.pattern = table.one_of("pattern", {"labelled_date"});
    if (out.type != ColumnType::text) {
      table.report("pattern", "FORM-PATTERN", Message("FORM-PATTERN", {{"column", out.id}}));
    }
  } else {
    static_cast<void>(table.optional_node("pattern"));
  }
}

void read_type(TableReader& table, Column& out) {
  static const std::vector<std::string> kTypes{"text",   "integer", "decimal", "money", "percent", "date", "choice",
                                               "yes_no", "url",     "iin",     "bin",   "bic",     "vin"};
  out.type = *column_type_from(table.one_of("type", kTypes, "text"));
  read_scale(table, out);
  out.choices = read_choices(table);
  out.multiple = table.boolean_or("multiple", false);
  read_pattern(table, out);
  const bool is_choice = out.type == ColumnType::choice;
  const bool may_have = is_choice || out.pattern == "labelled_date";
  if ((is_choice && out.choices.empty()) || (!may_have && !out.choices.empty())) {
    table.report("choices", "FORM-CHOICES", Message("FORM-CHOICES", {{"column", out.id}}));
  }
}

// A wording that is not the law's owes the reader its reason, and a proof that its type means something.
void check_reconstructed(TableReader& table, const Column& column) {
  if (column.title.kk != Provenance::reconstructed) return;
  std::vector<std::string> missing;
  if (column.reason.empty()) missing.emplace_back("reason");
  if (column.example.empty()) missing.emplace_back("example");
  if (column.wrong_example.empty()) missing.emplace_back("wrong_example");
  if (column.wrong_finding.empty()) missing.emplace_back("wrong_finding");
  if (missing.empty()) return;
  table.report("title", "FORM-RECONSTRUCTED",
               Message("FORM-RECONSTRUCTED", {{"column", column.id}, {"missing", join(missing, ", ")}}));
}

void check_wrong_example(TableReader& table, const Column& column) {
  if (column.wrong_example.empty() == column.wrong_finding.empty()) return;
  table.report(column.wrong_example.empty() ? "wrong_finding" : "wrong_example", "FORM-WRONG-EXAMPLE",
               Message("FORM-WRONG-EXAMPLE", {{"column", column.id}}));
}

// subject.<column> is checked against the register by the catalogue.
void read_source(TableReader& table, Column& out) {
  static const std::vector<std::string> kSources{"input",      "organisation", "period",  "period_start",
                                                 "period_end", "received",     "subject", "query"};
  out.source = table.string_or("source", "input");
  out.query = table.string_or("query", "");
  if (out.query.empty() != (out.source != "query"))
    table.report(out.query.empty() ? "source" : "query", "FORM-FIELD-QUERY",
                 Message("FORM-FIELD-QUERY", {{"field", out.id}}));
  const bool known = std::find(kSources.begin(), kSources.end(), out.source) != kSources.end();
  const auto of_register = [&](std::string_view prefix) {
    return out.source.starts_with(prefix) && out.source.size() > prefix.size();
  };
  if (known || of_register("subject.") || of_register("organisation.")) return;
  table.report("source", "FORM-SOURCE",
               Message("FORM-SOURCE", {{"value", out.source},
                                       {"known", join(kSources, ", ") + ", subject.<column>, organisation.<column>"}}),
               nearest(out.source, kSources));
}

}  // namespace

Column read_column(TableReader& table, const DefaultProvenance& fallback, ColumnPlace place) {
  Column out;
  out.id = read_id(table);
  out.title = read_wording(table, "title", fallback, true);
  read_type(table, out);
  out.required = table.boolean_or("required", false);
  out.required_if = table.string_or("required_if", "");
  out.default_text = table.string_or("default", "");
  out.max_length = read_number(table, "max_length", 0, 0, kLongestText);
  out.note = read_text(table, "note", false);
  out.example = table.string_or("example", "");
  out.wrong_example = table.string_or("wrong_example", "");
  out.wrong_finding = table.string_or("wrong_finding", "");
  out.reason = read_text(table, "reason", false);
  check_wrong_example(table, out);
  if (place != ColumnPlace::field) out.width = read_number(table, "width", out.width, 2, 200);
  if (place == ColumnPlace::column) {
    out.number = table.string_or("number", "");
    out.group = table.string_or("group", "");
    out.key = table.boolean_or("key", false);
    out.prefilled = table.boolean_or("prefilled", false);
    out.adds_up = table.boolean_or("adds_up", false);
    if (out.adds_up && (!is_numeric_type(out.type) || out.multiple))
      table.report("adds_up", "FORM-ADDS-UP", Message("FORM-ADDS-UP", {{"column", out.id}}));
    check_reconstructed(table, out);
  }
  if (place == ColumnPlace::field) read_source(table, out);
  if (place != ColumnPlace::register_column) table.finish();
  return out;
}

}  // namespace esep::form

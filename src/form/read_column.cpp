// SPDX-License-Identifier: MIT
#include "form/reader_parts.h"

namespace esep::form {
namespace {

using datafile::TableReader;

bool is_identifier(const std::string& id) {
  return !id.empty() && id.front() >= 'a' && id.front() <= 'z' &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

std::vector<Choice> read_choices(TableReader& table) {
  std::vector<Choice> out;
  for (auto& choice : table.tables("choices")) {
    out.push_back({choice.required_string("id"), choice.required_text("title")});
    choice.finish();
  }
  return out;
}

int default_scale(ColumnType type) { return type == ColumnType::money || type == ColumnType::percent ? 2 : 0; }

void read_type(TableReader& table, Column& out) {
  static const std::vector<std::string> kTypes{"text", "integer", "decimal", "money", "percent", "date", "choice",
                                               "yes_no", "url", "iin", "bin", "bic", "vin"};
  out.type = *column_type_from(table.one_of("type", kTypes, "text"));
  out.scale = static_cast<int>(table.integer_or("scale", default_scale(out.type)));
  const bool scaled = is_decimal_type(out.type);
  if (out.scale < 0 || out.scale > Decimal::kScale || (!scaled && out.scale != 0)) {
    table.report("scale", "FORM-SCALE", Message("FORM-SCALE", {{"column", out.id}}));
    out.scale = default_scale(out.type);
  }
  out.choices = read_choices(table);
  out.multiple = table.boolean_or("multiple", false);
  out.pattern = table.string_or("pattern", "");
  if (!out.pattern.empty() && out.pattern != "labelled_date") {
    table.report("pattern", "TOML-BAD-VALUE",
                 Message("TOML-BAD-VALUE", {{"key", "pattern"}, {"value", out.pattern}, {"known", "labelled_date"}}), "labelled_date");
  }
  const bool takes_choices = out.type == ColumnType::choice || out.pattern == "labelled_date";
  if (takes_choices ? (out.type == ColumnType::choice && out.choices.empty()) : !out.choices.empty()) {
    table.report("choices", "FORM-CHOICES", Message("FORM-CHOICES", {{"column", out.id}}));
  }
}

void check_reconstructed(TableReader& table, const Column& column) {
  if (column.title.kk != Provenance::reconstructed) return;
  const bool complete = !column.reason.empty() && !column.example.empty() && !column.wrong_example.empty() && !column.wrong_finding.empty();
  if (!complete) table.report("title", "FORM-RECONSTRUCTED", Message("FORM-RECONSTRUCTED", {{"column", column.id}}));
}

}  // namespace

Column read_column(TableReader& table, const DefaultProvenance& fallback, ColumnPlace place) {
  Column out;
  out.id = table.required_string("id");
  if (!is_identifier(out.id)) table.report("id", "FORM-ID", Message("FORM-ID", {{"id", out.id}}));
  out.title = read_wording(table, "title", fallback, true);
  read_type(table, out);
  out.required = table.boolean_or("required", false);
  out.required_if = table.string_or("required_if", "");
  out.default_text = table.string_or("default", "");
  out.max_length = static_cast<int>(table.integer_or("max_length", 0));
  out.note = table.text_or_empty("note");
  out.example = table.string_or("example", "");
  out.wrong_example = table.string_or("wrong_example", "");
  out.wrong_finding = table.string_or("wrong_finding", "");
  out.reason = table.text_or_empty("reason");
  out.width = static_cast<int>(table.integer_or("width", 12));
  if (out.width < 2 || out.width > 200) table.report("width", "FORM-WIDTH", Message("FORM-WIDTH", {{"column", out.id}}));
  if (place == ColumnPlace::column) {
    out.number = table.string_or("number", "");
    out.group = table.string_or("group", "");
    out.key = table.boolean_or("key", false);
    out.prefill = table.string_or("prefill", "");
    check_reconstructed(table, out);
  }
  if (place == ColumnPlace::field) out.source = table.string_or("source", "input");
  if (place != ColumnPlace::register_column) table.finish();
  return out;
}

}  // namespace esep::form

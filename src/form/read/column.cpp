// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "base/text.h"
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

using datafile::TableReader;

constexpr int kLongestText = 32000;

// The title in each official language, as choices must differ in it.
std::vector<std::pair<std::string, std::string>> told_apart(const Choice& choice) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& [lang, title] : {std::pair("kk ", choice.title.kk), std::pair("ru ", choice.title.ru)}) {
    if (!title.empty()) out.emplace_back(title, lang + fold_look_alikes(title));
  }
  return out;
}

int default_scale(ColumnType type) { return type == ColumnType::money || type == ColumnType::percent ? 2 : 0; }

void read_scale(TableReader& table, ValueSpec& out) {
  const int64_t scale = table.integer_or("scale", default_scale(out.type));
  const int most = is_decimal_type(out.type) ? Decimal::kScale : 0;
  if (scale >= 0 && scale <= most) {
    out.scale = static_cast<int>(scale);
    return;
  }
  table.report("scale", "FORM-SCALE", Message("FORM-SCALE", {{"column", out.id}}));
  out.scale = default_scale(out.type);
}

void read_pattern(TableReader& table, ValueSpec& out) {
  if (!table.optional_node("pattern")) return;
  static_cast<void>(table.one_of("pattern", {"labelled_date"}));
  out.pattern = LinePattern::labelled_date;
  if (out.type != ColumnType::text) {
    table.report("pattern", "FORM-PATTERN", Message("FORM-PATTERN", {{"column", out.id}}));
  }
}

void read_type(TableReader& table, ValueSpec& out, const char* fallback) {
  static const std::vector<std::string> kTypes{"text",   "integer", "decimal", "money", "percent", "date", "choice",
                                               "yes_no", "url",     "iin",     "bin",   "bic",     "vin"};
  out.type = *column_type_from(table.one_of("type", kTypes, fallback));
  read_scale(table, out);
  add_choices(table, out.choices);
  out.multiple = table.boolean_or("multiple", false);
  read_pattern(table, out);
  const bool is_choice = out.type == ColumnType::choice;
  const bool may_have = is_choice || out.pattern == LinePattern::labelled_date;
  if ((is_choice && out.choices.empty()) || (!may_have && !out.choices.empty())) {
    table.report("choices", "FORM-CHOICES", Message("FORM-CHOICES", {{"column", out.id}}));
  }
}

Guide read_guide(TableReader& table, const std::string& id) {
  Guide out;
  out.note = read_text(table, "note");
  out.example = table.string_or("example", "");
  out.wrong_example = table.string_or("wrong_example", "");
  out.wrong_finding = table.string_or("wrong_finding", "");
  out.reason = read_text(table, "reason");
  if (out.wrong_example.empty() != out.wrong_finding.empty()) {
    table.report(out.wrong_example.empty() ? "wrong_finding" : "wrong_example", "FORM-WRONG-EXAMPLE",
                 Message("FORM-WRONG-EXAMPLE", {{"column", id}}));
  }
  return out;
}

void read_value_spec(TableReader& table, const DefaultProvenance& fallback, ValueSpec& out,
                     const char* default_type = "text") {
  out.id = read_id(table);
  out.title = required_wording(table, "title", fallback);
  read_type(table, out, default_type);
  out.required = table.boolean_or("required", false);
  out.required_if = table.string_or("required_if", "");
  out.default_text = table.string_or("default", "");
  out.max_length = read_number(table, "max_length", 0, 0, kLongestText);
  out.guide = read_guide(table, out.id);
}

int read_width(TableReader& table) { return read_number(table, "width", Column().width, 2, 200); }

// A wording that is not the law's needs a reason, and examples that prove its type.
void check_reconstructed(TableReader& table, const Column& column) {
  if (column.title.kk != Provenance::reconstructed) return;
  std::vector<std::string> missing;
  if (column.guide.reason.empty()) missing.emplace_back("reason");
  if (column.guide.example.empty()) missing.emplace_back("example");
  if (column.guide.wrong_example.empty()) missing.emplace_back("wrong_example");
  if (column.guide.wrong_finding.empty()) missing.emplace_back("wrong_finding");
  if (missing.empty()) return;
  table.report("title", "FORM-RECONSTRUCTED",
               Message("FORM-RECONSTRUCTED", {{"column", column.id}, {"missing", join(missing, ", ")}}));
}

// The words of a file for sources of one word; "subject.<column>" and "organisation.<column>" name a column besides.
const std::vector<std::pair<std::string, FieldSource>>& field_sources() {
  static const std::vector<std::pair<std::string, FieldSource>> kSources{
      {"input", FieldSource::input},           {"organisation", FieldSource::organisation},
      {"period", FieldSource::period},         {"period_start", FieldSource::period_start},
      {"period_end", FieldSource::period_end}, {"received", FieldSource::received},
      {"subject", FieldSource::subject},       {"query", FieldSource::query}};
  return kSources;
}

// Whether `word` is the name of a source. The catalogue asks whether the register has the column.
bool read_source_word(const std::string& word, Field& out) {
  for (const auto& [name, source] : field_sources()) {
    if (word != name) continue;
    out.source = source;
    return true;
  }
  for (const auto& [prefix, source] : {std::pair("subject.", FieldSource::subject_column),
                                       std::pair("organisation.", FieldSource::organisation_column)}) {
    if (!word.starts_with(prefix)) continue;
    out.source = source;
    out.register_column = word.substr(std::string_view(prefix).size());
    return !out.register_column.empty();
  }
  return false;
}

void read_source(TableReader& table, Field& out) {
  const std::string word = table.string_or("source", "input");
  const bool known = read_source_word(word, out);
  out.query = table.string_or("query", "");
  out.every_page = table.boolean_or("every_page", false);
  if (out.query.empty() != (out.source != FieldSource::query))
    table.report(out.query.empty() ? "source" : "query", "FORM-FIELD-QUERY",
                 Message("FORM-FIELD-QUERY", {{"field", out.id}}));
  if (known) return;
  std::vector<std::string> names;
  for (const auto& [name, source] : field_sources()) names.push_back(name);
  table.report("source", "FORM-SOURCE",
               Message("FORM-SOURCE",
                       {{"value", word}, {"known", join(names, ", ") + ", subject.<column>, organisation.<column>"}}),
               nearest(word, names));
}

// The type that a source of its own kind gives; nullptr: any, or that of a register's column.
const char* type_of(FieldSource source) {
  switch (source) {
    case FieldSource::period_start:
    case FieldSource::period_end:
    case FieldSource::received:
      return "date";
    case FieldSource::organisation:
    case FieldSource::period:
    case FieldSource::subject:
      return "text";
    case FieldSource::input:
    case FieldSource::organisation_column:
    case FieldSource::subject_column:
    case FieldSource::query:
      break;
  }
  return nullptr;
}

// Of a field that names no type.
const char* default_type(TableReader& table) {
  const auto source = table.optional_node("source");
  Field field;
  const bool known = source && read_source_word(source->string().value_or(""), field);
  const char* given = known ? type_of(field.source) : nullptr;
  return given != nullptr ? given : "text";
}

// A field of another type could not hold what the source gives: its own blank would be refused.
void check_source_type(TableReader& table, const Field& field) {
  const char* given = type_of(field.source);
  if (given == nullptr || (column_type_name(field.type) == given && !field.holds_lines())) return;
  const char* key = table.has("type") ? "type" : table.has("multiple") ? "multiple" : "pattern";
  table.report(
      key, "FORM-SOURCE-TYPE",
      Message("FORM-SOURCE-TYPE", {{"field", field.id}, {"source", table.string_or("source", "")}, {"type", given}}));
}

}  // namespace

void add_choices(TableReader& table, std::vector<Choice>& choices) {
  std::set<std::string> ids;
  std::set<std::string> titles;
  for (const Choice& one : choices) {
    ids.insert(one.id);
    for (auto& [title, key] : told_apart(one)) titles.insert(std::move(key));
  }
  for (auto& choice : table.tables("choices")) {
    Choice one{read_id(choice), required_text(choice, "title")};
    if (!one.id.empty() && !ids.insert(one.id).second) {
      choice.report("id", "FORM-CHOICE-DUPLICATE", Message("FORM-CHOICE-DUPLICATE", {{"name", one.id}}));
    }
    for (auto& [title, key] : told_apart(one)) {
      if (titles.insert(std::move(key)).second) continue;
      choice.report("title", "FORM-CHOICE-DUPLICATE", Message("FORM-CHOICE-DUPLICATE", {{"name", title}}));
    }
    choice.finish();
    choices.push_back(std::move(one));
  }
}

Column read_column(TableReader& table, const DefaultProvenance& fallback) {
  Column out;
  read_value_spec(table, fallback, out);
  out.width = read_width(table);
  out.number = table.string_or("number", "");
  out.group = table.string_or("group", "");
  out.key = table.boolean_or("key", false);
  out.prefilled = table.boolean_or("prefilled", false);
  out.adds_up = table.boolean_or("adds_up", false);
  if (out.adds_up && (!is_numeric_type(out.type) || out.multiple))
    table.report("adds_up", "FORM-ADDS-UP", Message("FORM-ADDS-UP", {{"column", out.id}}));
  check_reconstructed(table, out);
  out.checks = read_checks(table, out);
  table.finish();
  return out;
}

Field read_field(TableReader& table, const DefaultProvenance& fallback) {
  Field out;
  read_value_spec(table, fallback, out, default_type(table));
  read_source(table, out);
  check_source_type(table, out);
  out.checks = read_checks(table, out);
  out.checks.total = read_total(table);
  table.finish();
  return out;
}

RegisterColumn read_register_column(TableReader& table, const DefaultProvenance& fallback) {
  RegisterColumn out;
  read_value_spec(table, fallback, out);
  static_cast<void>(read_width(table));  // a key that register files may have; lists find their widths themselves
  return out;
}

}  // namespace esep::form

// SPDX-License-Identifier: MIT
#include "text/write.h"

#include <algorithm>

#include "base/utf8.h"
#include "datafile/csv.h"
#include "text/json_value.h"

namespace esep::text {
namespace {

Json value_json(const form::Value& value) {
  if (form::is_blank(value)) return nullptr;
  if (const auto* number = std::get_if<int64_t>(&value)) return *number;
  if (const auto* yes = std::get_if<bool>(&value)) return *yes;
  return form::canonical_text(value);
}

// Lines after the first stand `indent` characters further in. A line break within a text is escaped.
std::string dumped(const Json& value, size_t indent) {
  const std::string text = value.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string out;
  size_t from = 0;
  for (size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
    out.append(text, from, end + 1 - from).append(indent, ' ');
    from = end + 1;
  }
  return out.append(text, from, std::string::npos);
}

// An array whose elements come one by one.
class Elements {
 public:
  Elements(const Sink& put, size_t indent) : put_(put), indent_(indent) {}
  void next() {
    put_((any_ ? ",\n" : "[\n") + std::string(indent_ + 2, ' '));
    any_ = true;
  }
  void end() { put_(any_ ? "\n" + std::string(indent_, ' ') + "]" : "[]"); }

 private:
  const Sink& put_;
  size_t indent_;
  bool any_ = false;
};

void put_rows(const document::Table& table, const Sink& put) {
  constexpr size_t kIndent = 14;
  Elements rows(put, kIndent);
  const auto cursor = table.rows();
  document::Row row;
  while (cursor->next(row)) {
    if (row.kind == document::Row::Kind::section) continue;  // a heading within the table, no record
    Json one = Json::object();
    for (size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
      one[table.columns[i].id] = row.cells[i].continued ? Json(nullptr) : value_json(row.cells[i].value);
    }
    rows.next();
    put(dumped(one, kIndent + 2));
  }
  rows.end();
}

void put_section(const document::Section& section, const Sink& put) {
  Json fields = Json::object();
  for (const auto& block : section.blocks) {
    const auto* list = std::get_if<document::Fields>(&block);
    for (size_t i = 0; list != nullptr && i < list->fields.size(); ++i)
      fields[list->fields[i].id] = value_json(list->fields[i].value);
  }
  Json warnings = Json::array();
  for (const auto& block : section.blocks) {
    const auto* text = std::get_if<document::Paragraph>(&block);
    if (text != nullptr && text->emphasis == document::Emphasis::warning) warnings.push_back(scrub_utf8(text->text));
  }
  put("{\n          \"name\": " + dumped(section.name, 0) + ",\n          \"fields\": " + dumped(fields, 10));
  if (!warnings.empty()) put(",\n          \"warnings\": " + dumped(warnings, 10));
  put(",\n          \"tables\": ");
  Elements tables(put, 10);
  for (const auto& block : section.blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    tables.next();
    put("{\n              \"id\": " + dumped(table->id, 0));
    if (!table->caption.empty()) put(",\n              \"caption\": " + dumped(table->caption, 0));
    put(",\n              \"rows\": ");
    put_rows(*table, put);
    put("\n            }");
  }
  tables.end();
  put("\n        }");
}

const document::Table* first_table(const document::Document& document) {
  for (const auto& section : document.sections) {
    if (section.hidden || section.workbook_only) continue;
    for (const auto& block : section.blocks) {
      if (const auto* table = std::get_if<document::Table>(&block)) return table;
    }
  }
  return nullptr;
}

// Plain digits with a decimal comma, because a reader would have to remove grouping.
std::string local_text(const form::Value& value, int scale, Lang lang) {
  if (const auto* number = std::get_if<int64_t>(&value)) return std::to_string(*number);
  if (const auto* number = std::get_if<Decimal>(&value)) {
    std::string out = number->to_string(scale);
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
  }
  return form::display_text(value, scale, lang);
}

std::string fields_csv(const document::Document& document, char separator) {
  std::string out;
  for (const auto& section : document.sections) {
    if (section.hidden || section.workbook_only) continue;
    for (const auto& block : section.blocks) {
      const auto* list = std::get_if<document::Fields>(&block);
      for (size_t i = 0; list != nullptr && i < list->fields.size(); ++i) {
        const auto& field = list->fields[i];
        const std::string value =
            separator == ';' ? local_text(field.value, field.scale, document.lang) : form::canonical_text(field.value);
        out += datafile::csv_field(scrub_utf8(field.label), separator) + separator +
               datafile::csv_field(scrub_utf8(value), separator) + "\r\n";
      }
    }
  }
  return out;
}

}  // namespace

void write_json(const document::Document& document, const Sink& put) {
  put("{\n  \"schema\": \"esep/1\",\n  \"documents\": [\n    {\n      \"title\": " + dumped(document.title, 0) +
      ",\n      \"language\": " + dumped(lang_code(document.lang), 0) +
      ",\n      \"code\": " + dumped(document.code, 0) + ",\n      \"sections\": ");
  Elements sections(put, 6);
  for (const auto& section : document.sections) {
    if (section.hidden || section.workbook_only) continue;
    sections.next();
    put_section(section, put);
  }
  sections.end();
  put("\n    }\n  ]\n}\n");
}

std::string write_json(const document::Document& document) {
  std::string out;
  write_json(document, [&out](std::string_view text) { out += text; });
  return out;
}

std::string write_csv(const document::Document& document, char separator, CsvParts parts) {
  const bool whole = parts == CsvParts::whole;
  std::string out = "\xEF\xBB\xBF";
  const document::Table* table = first_table(document);
  const bool has_rows = table != nullptr && table->rows;
  if (whole || !has_rows) out += fields_csv(document, separator);
  if (!has_rows) return out;
  if (whole) out += "\r\n";
  const auto line = [&](const auto& columns, auto text_of) {
    for (size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += separator;
      out += datafile::csv_field(text_of(columns[i]), separator);
    }
    out += "\r\n";
  };
  line(table->columns, [](const document::TableColumn& column) { return scrub_utf8(column.title); });
  const auto cursor = table->rows();
  document::Row row;
  while (cursor->next(row)) {
    if (row.kind == document::Row::Kind::section) continue;  // a heading within the table, no record
    row.cells.resize(table->columns.size());
    size_t at = 0;
    line(row.cells, [&](const document::Cell& cell) {
      const int scale = table->columns[at++].scale;
      if (cell.continued) return std::string();
      return scrub_utf8(separator == ';' ? local_text(cell.value, scale, document.lang)
                                         : form::canonical_text(cell.value));
    });
  }
  return out;
}

}  // namespace esep::text

// SPDX-License-Identifier: MIT
#include "text/write.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "datafile/csv.h"

namespace esep::text {
namespace {

using Json = nlohmann::ordered_json;

Json value_json(const form::Value& value) {
  if (form::is_blank(value)) return nullptr;
  if (const auto* number = std::get_if<int64_t>(&value)) return *number;
  if (const auto* yes = std::get_if<bool>(&value)) return *yes;
  return form::canonical_text(value);
}

Json table_json(const document::Table& table) {
  Json rows = Json::array();
  const auto cursor = table.rows();
  document::Row row;
  while (cursor->next(row)) {
    Json one;
    for (size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
      one[table.columns[i].id] = row.cells[i].continued ? Json(nullptr) : value_json(row.cells[i].value);
    }
    rows.push_back(std::move(one));
  }
  return {{"id", table.id}, {"rows", std::move(rows)}};
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

std::string ics_escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c != '\r') {
      out += c;
    }
  }
  return out;
}

// Lines of at most 75 octets, broken between characters.
std::string ics_line(const std::string& name, std::string_view value) {
  constexpr size_t kOctets = 75;
  const std::string text = name + ":" + std::string(value);
  std::string out;
  size_t used = 0;
  for (size_t pos = 0; pos < text.size();) {
    size_t next = pos;
    next_code_point(text, next);
    if (used + (next - pos) > kOctets) {
      out += "\r\n ";
      used = 1;
    }
    out += text.substr(pos, next - pos);
    used += next - pos;
    pos = next;
  }
  return out + "\r\n";
}

std::string compact(calendar::Date date) {
  std::string out = date.iso();
  std::erase(out, '-');
  return out;
}

}  // namespace

std::string write_json(const document::Document& document) {
  Json sections = Json::array();
  for (const auto& section : document.sections) {
    if (section.hidden || section.workbook_only) continue;
    Json fields = Json::object();
    Json tables = Json::array();
    for (const auto& block : section.blocks) {
      if (const auto* list = std::get_if<document::Fields>(&block)) {
        for (const auto& field : list->fields) fields[field.id] = value_json(field.value);
      }
      if (const auto* table = std::get_if<document::Table>(&block)) tables.push_back(table_json(*table));
    }
    sections.push_back({{"name", section.name}, {"fields", std::move(fields)}, {"tables", std::move(tables)}});
  }
  Json out;
  out["schema"] = "esep/1";
  out["documents"] = Json::array({{{"title", document.title}, {"language", lang_code(document.lang)}, {"code", document.code}, {"sections", std::move(sections)}}});
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string write_csv(const document::Document& document, char separator) {
  std::string out = "\xEF\xBB\xBF";
  const document::Table* table = first_table(document);
  if (table == nullptr) return out;
  const auto line = [&](const auto& columns, auto text_of) {
    for (size_t i = 0; i < columns.size(); ++i) {
      if (i > 0) out += separator;
      out += datafile::csv_field(text_of(columns[i]), separator);
    }
    out += "\r\n";
  };
  line(table->columns, [](const document::TableColumn& column) { return column.title; });
  const auto cursor = table->rows();
  document::Row row;
  while (cursor->next(row)) {
    line(row.cells, [&](const document::Cell& cell) {
      return cell.continued ? std::string() : form::canonical_text(cell.value);
    });
  }
  return out;
}

std::string write_ics(const std::vector<CalendarEntry>& entries, calendar::Date stamped) {
  std::string out = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Esep//Deadlines//EN\r\nCALSCALE:GREGORIAN\r\n";
  for (const auto& entry : entries) {
    out += "BEGIN:VEVENT\r\n" + ics_line("UID", ics_escape(entry.uid)) + "DTSTAMP:" + compact(stamped) + "T000000Z\r\n";
    out += "DTSTART;VALUE=DATE:" + compact(entry.day) + "\r\nDTEND;VALUE=DATE:" + compact(entry.day.plus_days(1)) + "\r\n";
    out += ics_line("SUMMARY", ics_escape(entry.summary)) + ics_line("DESCRIPTION", ics_escape(entry.description));
    out += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
  }
  return out + "END:VCALENDAR\r\n";
}

}  // namespace esep::text

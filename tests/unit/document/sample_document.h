// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "document/document.h"

/// Documents that every writer is tried on.
namespace sample {

using namespace esep::document;

inline Cell cell(esep::form::Value value) {
  Cell out;
  out.value = std::move(value);
  return out;
}
inline Cell text(std::string value) { return cell(esep::form::Value(std::move(value))); }

inline esep::calendar::Date day(int year, unsigned month, unsigned of_month) {
  return *esep::calendar::Date::from_ymd(year, month, of_month);
}

/// 26 columns under a header tree of depth 4: A(1–2: a1, a2), B(B1(B1a(3, 4), 5), B2(6 … 10)), 11 … 26.
inline Table wide_table() {
  Table out;
  out.id = "wide";
  out.number_row = true;
  out.continuation = "Кестенің жалғасы";
  const esep::form::ColumnType types[] = {esep::form::ColumnType::text,    esep::form::ColumnType::bin,
                                          esep::form::ColumnType::money,   esep::form::ColumnType::date,
                                          esep::form::ColumnType::integer, esep::form::ColumnType::percent};
  std::vector<HeaderCell> leaves;
  for (int i = 1; i <= 26; ++i) {
    TableColumn column;
    column.id = "c" + std::to_string(i);
    column.number = std::to_string(i);
    column.title = "Көрсеткіштің атауы " + column.number;
    column.type = i <= 6 ? types[i - 1] : esep::form::ColumnType::text;
    column.scale = column.type == esep::form::ColumnType::money ? 2 : 0;
    column.key = i == 1;
    leaves.push_back({column.title, {}});
    out.columns.push_back(column);
  }
  const auto some = [&](size_t from, size_t to) {
    return std::vector<HeaderCell>(leaves.begin() + static_cast<long>(from) - 1,
                                   leaves.begin() + static_cast<long>(to));
  };
  HeaderCell b1{"Нәтижелер", {{"Мақсатты индикаторлар", some(3, 4)}, leaves[4]}};
  out.header = {{"Жүйе туралы мәлімет", some(1, 2)}, {"Іске асыру", {b1, {"Құжаттар", some(6, 10)}}}};
  for (size_t i = 11; i <= 26; ++i) out.header.push_back(leaves[i - 1]);
  return out;
}

/// Two records of a grouped form: the first takes two rows.
inline std::vector<Row> grouped_rows() {
  Row first;
  first.anchor = "record-1";
  first.cells = {text("«Өңірлік ауысым» жүйесі"), text("012345678905"), cell(*esep::Decimal::parse("1234567.5")),
                 cell(day(2026, 10, 5)),          cell(int64_t{42}),    cell(*esep::Decimal::parse("12.5"))};
  first.cells.resize(26);
  first.cells[6] = text("https://example.kz/өнім");
  first.cells[6].link = "https://example.kz/product";
  first.cells[25] = cell(true);
  Row second;
  second.cells.resize(26);
  second.cells[0].continued = true;
  second.cells[1].continued = true;
  second.cells[2] = cell(*esep::Decimal::parse("-0.01"));
  second.cells[6] = text("1");
  second.cells[6].link = "#record-1";
  Row third;
  third.cells.resize(26);
  third.cells[0] = text("Екінші");
  third.cells[3].note = Note{esep::Severity::error, "Күн жазылмаған"};
  third.cells[4].note = Note{esep::Severity::warning, "Сан күтілген"};
  third.cells[4].value = std::string("көп");
  return {first, second, third};
}

inline Document paper() {
  Document out;
  out.title = "Байланысты гранттар туралы есеп";
  out.author = "Қостанай облысының әкімдігі";
  out.subject = "2026 жылғы қазан";
  out.code = "AB12-CD34";
  out.footer = "2025 жылғы бұйрық & код AB12-CD34";
  out.dated = day(2026, 10, 31);
  Section section;
  section.name = "Есеп";
  section.landscape = true;
  section.blocks.emplace_back(Stamp{{"Қағидаларға 1-қосымша", "Нысан"}});
  section.blocks.emplace_back(Heading{out.title, 1});
  Fields fields;
  Field donor;
  donor.id = "donor";
  donor.label = "Донор";
  donor.value = std::string("Әлем қоры");
  fields.fields.push_back(donor);
  section.blocks.emplace_back(fields);
  Table table = wide_table();
  table.rows = rows_from(grouped_rows());
  section.blocks.emplace_back(table);
  section.blocks.emplace_back(Paragraph{"Ескертпе: аббревиатуралар.", Emphasis::muted});
  section.blocks.emplace_back(Signatures{{{"Бірінші басшы", "А. Үлгі"}}});
  out.sections.push_back(section);
  return out;
}

/// What nobody should be able to break a file or a spreadsheet with.
inline std::vector<std::string> hostile_texts() {
  return {"=1+1",
          "@SUM(A1)",
          "+7 701",
          "-cmd|' /C calc'!A0",
          "<script>alert('1')</script>",
          "a & b \"c\" ]]>",
          std::string("bad \xC3\x28 utf8 \xFF"),
          std::string("nul\0in", 6),
          "bell \x07 esc \x1B",
          "_x000D_ and _x0041_",
          "\xEF\xBF\xBF non-character",
          "line\r\nbreak\rlone",
          "{{ &amp; }} {mustache}",
          "; , \t tab",
          "\xF0\x9F\x98\x80 astral",
          std::string(40000, 'x')};
}

inline Document hostile() {
  const auto texts = hostile_texts();
  Document out;
  out.title = texts[4] + texts[6];
  out.author = texts[5];
  out.subject = texts[8];
  out.code = texts[7];
  out.footer = texts[5] + texts[6];
  out.dated = day(2026, 10, 31);
  for (int i = 0; i < 3; ++i) {
    Section section;
    section.name = i == 0 ? "Есеп: [1]/\\?*" : i == 1 ? "ЕСЕП  1" : texts[6];
    section.blocks.emplace_back(Stamp{{texts[0], texts[6]}});
    section.blocks.emplace_back(Heading{texts[4], 1});
    section.blocks.emplace_back(Paragraph{texts[6] + texts[9], Emphasis::bad});
    Table table;
    table.id = texts[5];
    table.caption = texts[4];
    TableColumn column;
    column.id = "text";
    column.title = texts[4];
    column.number = texts[0];
    table.columns = {column, column};
    table.columns[1].id = "other";
    table.header = {{texts[6], {}}, {texts[5], {}}};
    table.number_row = true;
    std::vector<Row> rows;
    for (const auto& one : texts) {
      Row row;
      row.anchor = one.substr(0, 20);
      row.cells = {text(one), text(one)};
      row.cells[1].link = "javascript:" + one.substr(0, 100);
      row.cells[1].note = Note{esep::Severity::info, one};
      rows.push_back(row);
    }
    table.rows = rows_from(rows);
    section.blocks.emplace_back(table);
    Chart chart;
    chart.title = texts[5];
    chart.categories = {texts[6], texts[0]};
    chart.series = {{texts[4], {esep::Decimal::from_units(10000), esep::Decimal::from_units(-25000)}}};
    section.blocks.emplace_back(chart);
    section.blocks.emplace_back(Signatures{{{texts[5], texts[6]}}});
    out.sections.push_back(section);
  }
  return out;
}

}  // namespace sample

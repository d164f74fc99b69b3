// SPDX-License-Identifier: MIT
#include "docx/write.h"

#include <fmt/core.h>

#include "document/chart/scale.h"
#include "docx/package.h"
#include "docx/page.h"
#include "docx/table.h"

namespace esep::docx {
namespace {

const char* colour_of(document::Emphasis emphasis) {
  switch (emphasis) {
    case document::Emphasis::muted:
      return "666666";
    case document::Emphasis::good:
      return "1B5E20";
    case document::Emphasis::warning:
      return "9C5700";
    case document::Emphasis::bad:
      return "9C0006";
    default:
      return "";
  }
}

// A chart's figures: a row for each category, a column for each series.
document::Table figures_of(const document::Chart& chart) {
  constexpr int kNameWidth = 36;
  document::Table out;
  std::string title = chart.title;
  if (!chart.axis.empty()) title += (title.empty() ? "" : ". ") + chart.axis;
  if (!chart.unit.empty()) title += (title.empty() ? "" : ", ") + chart.unit;
  out.caption = title;
  out.columns.resize(chart.series.size() + 1);
  out.columns[0].width = kNameWidth;
  for (size_t i = 1; i < out.columns.size(); ++i) {
    out.columns[i].type = form::ColumnType::decimal;
    out.columns[i].scale = document::chart_places(chart);
  }
  out.header.emplace_back();
  for (const auto& series : chart.series) out.header.push_back({series.name, {}});
  std::vector<document::Row> rows(chart.categories.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    rows[i].cells.resize(out.columns.size());
    rows[i].cells[0].value = chart.categories[i];
    for (size_t s = 0; s < chart.series.size(); ++s) {
      const auto& values = chart.series[s].values;
      const bool known = i < values.size() && values[i].has_value();
      form::Value& value = rows[i].cells[s + 1].value;
      value = chart.absent.empty() ? std::string("–") : chart.absent;
      if (known) value = *values[i];
    }
  }
  out.rows = document::rows_from(std::move(rows));
  return out;
}

class Body {
 public:
  explicit Body(const document::Document& document) : document_(document) {}

  std::string run_all() {
    std::vector<const document::Section*> sections;
    for (const auto& section : document_.sections) {
      if (!section.hidden && !section.workbook_only) sections.push_back(&section);
    }
    for (size_t i = 0; i < sections.size(); ++i) {
      page_ = page_of(*sections[i]);
      for (const auto& one : sections[i]->blocks) std::visit([this](const auto& b) { block(b); }, one);
      const bool last = i + 1 == sections.size();
      if (last) code();
      const bool goes_on = i > 0 && sections[i]->joined && page_of(*sections[i - 1]) == page_;
      const std::string end = section_properties(page_, goes_on);
      out_ += last ? end : "<w:p><w:pPr><w:spacing w:after=\"0\"/>" + end + "</w:pPr></w:p>";
    }
    return std::move(out_);
  }

  [[nodiscard]] const Links& links() const { return links_; }

 private:
  void block(const document::Stamp& stamp) {
    for (const auto& line : stamp.lines) out_ += paragraph(run(line), {.align = "right", .after = 0});
    out_ += paragraph("");
  }
  void block(const document::Heading& heading) {
    out_ += paragraph(run(heading.text), {.style = heading.level == 1 ? "Heading1" : "Heading2"});
  }
  void block(const document::Paragraph& one) {
    out_ += paragraph(
        run(one.text, {.bold = one.emphasis == document::Emphasis::strong, .colour = colour_of(one.emphasis)}));
  }
  void block(const document::PageBreak&) { out_ += paragraph("<w:r><w:br w:type=\"page\"/></w:r>", {.after = 0}); }
  void block(const document::Chart& chart) { out_ += table_markup(figures_of(chart), page_, document_.lang, links_); }

  void block(const document::Table& table) {
    if (document::is_left_out(table)) {
      block(document::Paragraph{table.when_empty, document::Emphasis::muted});
    } else {
      out_ += table_markup(table, page_, document_.lang, links_);
    }
  }

  void block(const document::Fields& fields) {
    std::vector<std::vector<PlainCell>> rows;
    for (const auto& field : fields.fields) {
      const std::string text = form::display_text(field.value, field.scale, document_.lang);
      std::string value = run(text, {.bold = true});
      if (field.note) value += run("\n" + field.note->text, {.colour = colour_of(document::Emphasis::warning)});
      rows.push_back({{paragraph(run(field.label), {.after = 40})}, {paragraph(value, {.after = 40}), text.empty()}});
    }
    if (rows.empty()) return;
    const int width = page_.text_width();
    out_ += plain_table({width * 42 / 100, width * 58 / 100}, rows) + paragraph("", {.after = 0});
  }

  void block(const document::Signatures& signatures) {
    std::vector<std::vector<PlainCell>> rows;
    for (const auto& line : signatures.lines) {
      rows.push_back({{paragraph(run(line.title), {.with_next = true, .before = 240, .after = 0})},
                      {paragraph("", {.before = 240, .after = 0}), true},
                      {paragraph(run(line.name), {.before = 240, .after = 0})}});
    }
    if (rows.empty()) return;
    const int width = page_.text_width();
    out_ += paragraph("", {.after = 0});
    out_ += plain_table({width * 42 / 100, width * 24 / 100, width * 34 / 100}, rows) + paragraph("", {.after = 0});
  }

  // As the other papers have it behind all their content.
  // The foot of each page mostly says it: a last line could stand on a page of its own.
  void code() {
    if (document_.footer.find(document_.code) == std::string::npos)
      out_ += paragraph(run(document_.code), {.style = "Small"});
  }

  const document::Document& document_;
  Page page_;
  Links links_;
  std::string out_;
};

}  // namespace

std::string write(const document::Document& document) {
  Body body(document);
  const std::string text = body.run_all();
  return package(document, text, body.links().relationships());
}

}  // namespace esep::docx

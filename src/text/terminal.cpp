// SPDX-License-Identifier: MIT
#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "base/utf8.h"
#include "text/write.h"

namespace esep::text {
namespace {

constexpr size_t kGap = 2;        // between columns
constexpr size_t kNarrowest = 6;  // no column gets thinner

// What a terminal would obey (escape sequences, bells, carriage returns) becomes a blank.
std::string plain(std::string_view text) {
  std::string out;
  const std::string valid = scrub_utf8(text);
  for (size_t pos = 0; pos < valid.size();) {
    const size_t start = pos;
    const char32_t c = next_code_point(valid, pos);
    const bool control = (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
                         (c >= 0x2066 && c <= 0x2069);
    out += control ? " " : valid.substr(start, pos - start);
  }
  return out;
}

size_t widest_line(const std::string& text) {
  size_t out = 0;
  for (const std::string& one : split(text, '\n')) out = std::max(out, count_code_points(one));
  return out;
}

std::string head_of(std::string_view text, size_t characters) {
  size_t pos = 0;
  for (size_t i = 0; i < characters && pos < text.size(); ++i) next_code_point(text, pos);
  return std::string(text.substr(0, pos));
}

// Words wrapped at `width`; longer words are broken.
std::vector<std::string> wrapped(const std::string& text, size_t width) {
  std::vector<std::string> out;
  for (const std::string& line : split(text, '\n')) {
    std::string current;
    for (std::string word : split(line, ' ')) {
      if (!current.empty() && count_code_points(current) + 1 + count_code_points(word) > width) {
        out.push_back(current);
        current.clear();
      }
      while (count_code_points(word) > width) {
        out.push_back(head_of(word, width));
        word.erase(0, out.back().size());
      }
      current += (current.empty() ? "" : " ") + word;
    }
    out.push_back(current);
  }
  return out;
}

const char* colour_of(document::Emphasis emphasis) {
  switch (emphasis) {
    case document::Emphasis::strong:
      return "\x1b[1m";
    case document::Emphasis::muted:
      return "\x1b[2m";
    case document::Emphasis::good:
      return "\x1b[32m";
    case document::Emphasis::warning:
      return "\x1b[33m";
    case document::Emphasis::bad:
      return "\x1b[31m";
    default:
      return "";
  }
}

class Writer {
 public:
  Writer(const document::Document& document, int width, bool colour)
      : document_(document), width_(static_cast<size_t>(std::clamp(width, 20, 1000))), colour_(colour) {}

  std::string run() {
    for (const auto& section : document_.sections) {
      if (section.hidden || section.workbook_only) continue;
      for (const auto& one : section.blocks) std::visit([this](const auto& b) { block(b); }, one);
    }
    if (!document_.footer.empty()) paragraph(document_.footer, document::Emphasis::muted);
    return std::move(out_);
  }

 private:
  std::string painted(const std::string& text, document::Emphasis emphasis) const {
    const std::string code = colour_of(emphasis);
    return colour_ && !code.empty() && !text.empty() ? code + text + "\x1b[0m" : text;
  }
  std::string shown(const form::Value& value, int scale) const {
    return plain(form::display_text(value, scale, document_.lang));
  }

  void paragraph(const std::string& text, document::Emphasis emphasis) {
    for (const std::string& line : wrapped(plain(text), width_)) out_ += painted(line, emphasis) + "\n";
  }

  void block(const document::Stamp&) {}
  void block(const document::PageBreak&) {}
  void block(const document::Heading& heading) {
    paragraph(heading.text, document::Emphasis::strong);
    out_ += "\n";
  }
  void block(const document::Paragraph& one) { paragraph(one.text, one.emphasis); }
  void block(const document::Signatures& signatures) {
    for (const auto& line : signatures.lines) paragraph(line.title + ": " + line.name, document::Emphasis::normal);
  }
  void block(const document::Fields& fields) {
    size_t label = 0;
    for (const auto& field : fields.fields) label = std::max(label, widest_line(plain(field.label)));
    label = std::min(label, width_ / 2);
    for (const auto& field : fields.fields) {
      line({plain(field.label), shown(field.value, field.scale)}, {label, width_ - label - kGap}, {false, false}, {});
    }
    out_ += "\n";
  }
  void block(const document::Chart& chart) {
    document::Table table;
    table.caption = chart.title;
    table.columns.resize(chart.series.size() + 1);
    for (size_t s = 0; s < chart.series.size(); ++s) {
      table.columns[s + 1].title = chart.series[s].name;
      table.columns[s + 1].type = form::ColumnType::decimal;
    }
    std::vector<document::Row> rows(chart.categories.size());
    for (size_t c = 0; c < rows.size(); ++c) {
      rows[c].cells.resize(table.columns.size());
      rows[c].cells[0].value = chart.categories[c];
      for (size_t s = 0; s < chart.series.size(); ++s) {
        const auto& values = chart.series[s].values;
        if (c < values.size() && values[c]) rows[c].cells[s + 1].value = *values[c];
      }
    }
    table.rows = document::rows_from(std::move(rows));
    block(table);
  }

  // Cells side by side, each wrapped within its width.
  void line(const std::vector<std::string>& cells, const std::vector<size_t>& widths, const std::vector<bool>& right,
            const std::vector<document::Emphasis>& emphasis) {
    std::vector<std::vector<std::string>> parts;
    size_t height = 1;
    for (size_t i = 0; i < cells.size(); ++i) {
      parts.push_back(wrapped(cells[i], std::max<size_t>(widths[i], 1)));
      height = std::max(height, parts.back().size());
    }
    for (size_t l = 0; l < height; ++l) {
      std::string row;
      for (size_t i = 0; i < parts.size(); ++i) {
        const std::string text = l < parts[i].size() ? parts[i][l] : "";
        const size_t used = count_code_points(text);
        const std::string pad(widths[i] > used ? widths[i] - used : 0, ' ');
        const std::string words = painted(text, i < emphasis.size() ? emphasis[i] : document::Emphasis::normal);
        row += (i > 0 ? std::string(kGap, ' ') : "") + (right[i] ? pad + words : words + pad);
      }
      while (row.ends_with(' ')) row.pop_back();
      out_ += row + "\n";
    }
  }

  // As wide as the contents, the widest columns giving way where that is too much.
  std::vector<size_t> column_widths(const document::Table& table) const {
    std::vector<size_t> out;
    for (const auto& column : table.columns) out.push_back(widest_line(plain(column.title)));
    document::Row row;
    for (const auto cursor = table.rows(); cursor->next(row);) {
      if (row.kind == document::Row::Kind::section) continue;
      for (size_t i = 0; i < row.cells.size() && i < out.size(); ++i) {
        out[i] = std::max(out[i], widest_line(shown(row.cells[i].value, table.columns[i].scale)));
      }
    }
    const size_t room = width_ > kGap * (out.size() - 1) ? width_ - kGap * (out.size() - 1) : 1;
    while (std::accumulate(out.begin(), out.end(), size_t{0}) > room) {
      const auto widest = std::max_element(out.begin(), out.end());
      if (*widest <= kNarrowest) break;
      --*widest;
    }
    return out;
  }

  void block(const document::Table& table) {
    if (table.columns.empty() || !table.rows) return;
    if (!table.caption.empty()) paragraph(table.caption, document::Emphasis::strong);
    const std::vector<size_t> widths = column_widths(table);
    std::vector<std::string> cells;
    std::vector<bool> right;
    for (const auto& column : table.columns) {
      cells.push_back(plain(column.title));
      right.push_back(form::is_numeric_type(column.type));
    }
    line(cells, widths, right, std::vector<document::Emphasis>(cells.size(), document::Emphasis::strong));
    document::Row row;
    for (const auto cursor = table.rows(); cursor->next(row);) {
      if (row.kind == document::Row::Kind::section && !row.cells.empty()) {
        paragraph(shown(row.cells[0].value, 0), document::Emphasis::strong);
        continue;
      }
      row.cells.resize(table.columns.size());
      std::vector<document::Emphasis> emphasis;
      for (size_t i = 0; i < cells.size(); ++i) {
        cells[i] = row.cells[i].continued ? "" : shown(row.cells[i].value, table.columns[i].scale);
        emphasis.push_back(row.cells[i].emphasis);
      }
      line(cells, widths, right, emphasis);
    }
    out_ += "\n";
  }

  const document::Document& document_;
  size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string write_terminal(const document::Document& document, int width, bool colour) {
  return Writer(document, width, colour).run();
}

}  // namespace esep::text

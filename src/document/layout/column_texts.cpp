// SPDX-License-Identifier: MIT
#include "document/layout/column_texts.h"

#include <algorithm>
#include <string>

#include "document/layout/columns.h"

namespace esep::document {
namespace {

class Measuring {
 public:
  Measuring(const Canvas& canvas, const Table& table) : canvas_(canvas), table_(table) {
    out_.words.assign(table.columns.size(), 0);
    out_.titles.assign(table.columns.size(), 0);
    out_.texts.assign(table.columns.size(), 0);
  }

  ColumnTexts run() {
    for (size_t i = 0; i < table_.columns.size(); ++i) {
      widen(out_.words[i], table_.columns[i].title, Face::bold);
      widen(out_.words[i], table_.columns[i].number, Face::regular);
    }
    size_t leaf = 0;
    header(table_.header, leaf);
    const auto cursor = table_.rows();
    Row row;
    while (cursor->next(row)) {
      if (row.kind != Row::Kind::section) read(row);
    }
    return std::move(out_);
  }

 private:
  void widen(double& widest, std::string_view text, Face face) const {
    widest = canvas_.wrapper().widest_piece(text, face, widest);
  }

  void header(const std::vector<HeaderCell>& cells, size_t& leaf) {
    for (const HeaderCell& cell : cells) {
      const double title = canvas_.text_width(cell.title, Face::bold, 1);
      if (cell.children.empty()) {
        if (leaf < out_.words.size()) {
          widen(out_.words[leaf], cell.title, Face::bold);
          out_.titles[leaf] = title;
        }
        ++leaf;
        continue;
      }
      ColumnTexts::Group group{leaf, leaf, 0, title};
      header(cell.children, leaf);
      group.end = leaf;
      widen(group.word, cell.title, Face::bold);
      out_.groups.push_back(group);
    }
  }

  void read(const Row& row) {
    const Face face = row.kind == Row::Kind::data ? Face::regular : Face::bold;
    const bool sampled = out_.rows++ % stride_ == 0;
    ColumnTexts::SampleRow sample;
    if (sampled) sample.texts.assign(out_.words.size(), 0);
    for (size_t i = 0; i < row.cells.size() && i < out_.words.size(); ++i) {
      const std::string text = shown_text(canvas_, table_, i, row.cells[i]);
      widen(out_.words[i], text, face);
      const double width = canvas_.text_width(text, face, 1);
      out_.texts[i] = std::max(out_.texts[i], width);
      sample.in_record = sample.in_record || row.cells[i].continued;
      if (sampled && !row.cells[i].continued) sample.texts[i] = width;
    }
    if (sampled) keep(std::move(sample));
  }

  void keep(ColumnTexts::SampleRow row) {
    out_.sample.push_back(std::move(row));
    if (out_.sample.size() < ColumnTexts::kSample) return;
    // Every second of them, from here on at twice the distance.
    for (size_t i = 1; 2 * i < out_.sample.size(); ++i) out_.sample[i] = std::move(out_.sample[2 * i]);
    out_.sample.resize(out_.sample.size() / 2);
    stride_ *= 2;
  }

  const Canvas& canvas_;
  const Table& table_;
  ColumnTexts out_;
  size_t stride_ = 1;
};

}  // namespace

bool ColumnTexts::filled() const {
  return std::any_of(texts.begin(), texts.end(), [](double width) { return width > 0; });
}

ColumnTexts measure_texts(const Canvas& canvas, const Table& table) { return Measuring(canvas, table).run(); }

}  // namespace esep::document

// SPDX-License-Identifier: MIT
#include "document/layout/layout.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/layout/canvas.h"
#include "document/layout/list_section.h"

namespace esep::document {
namespace {

constexpr double kBody = 10;
constexpr double kLeading = 1.32;
constexpr double kLeastJoined = 170;  // a heading with the beginning of a table; with less left, a new page begins

enum class Align { left, centre, right };

struct TextStyle {
  Face face = Face::regular;
  double size = kBody;
  Align align = Align::left;
  bool grey = false;
};

// Lines of text one under another; returns nothing, moves canvas.y.
struct Flow {
  Canvas& canvas;

  // Neither the first nor the last line of several stands alone on a page; the last two stay with what follows them.
  void lines(const std::vector<Line>& lines, double x, double width, const TextStyle& style, int node) {
    const size_t count = lines.size();
    for (size_t i = 0; i < count; ++i) {
      const Line& line = lines[i];
      const size_t together = i == 0 ? (count == 3 ? 3 : std::min<size_t>(count, 2)) : (i + 2 == count ? 2 : 1);
      const double height = style.size * kLeading * static_cast<double>(together);
      canvas.need(i + together == count ? height + canvas.follow : height);
      const double free = width - canvas.text_width(line.text, style.face, style.size);
      const double shift = style.align == Align::centre ? free / 2 : (style.align == Align::right ? free : 0);
      canvas.text({x + shift, canvas.y + style.size, style.size, style.face, style.grey, line.text, node, line.cut});
      canvas.y += style.size * kLeading;
    }
  }

  void operator()(const Stamp& stamp) {
    const double width = std::min(canvas.width() * 0.45, 260.0);
    const double x = canvas.left() + canvas.width() - width;
    for (const std::string& line : stamp.lines) {
      const int node = canvas.node(StructNode::Kind::paragraph, canvas.section_node);
      lines(canvas.lines(line, width, Face::regular, kBody), x, width, {.align = Align::right}, node);
    }
    canvas.y += kBody;
  }

  void operator()(const Heading& heading) {
    const bool main = heading.level == 1;
    const double size = main ? 12 : 11;
    const int node = canvas.node(main ? StructNode::Kind::heading1 : StructNode::Kind::heading2, canvas.section_node);
    const auto text = canvas.lines(heading.text, canvas.width(), Face::bold, size);
    if (!canvas.at_top()) canvas.y += size * 0.6;
    canvas.need(size * kLeading * static_cast<double>(text.size() + 2) + canvas.follow);
    canvas.bookmark(heading.text);
    const TextStyle style{.face = Face::bold, .size = size, .align = main ? Align::centre : Align::left};
    lines(text, canvas.left(), canvas.width(), style, node);
    canvas.y += size * 0.6;
  }

  void operator()(const Fields& fields) {
    const double label_width = canvas.width() * 0.42;
    const double value_x = canvas.left() + label_width + 8;
    const double value_width = canvas.width() - label_width - 8;
    for (const Field& field : fields.fields) {
      const int node = canvas.node(StructNode::Kind::paragraph, canvas.section_node);
      const auto label = canvas.lines(field.label, label_width, Face::regular, kBody);
      const auto value = canvas.lines(form::display_text(field.value, field.scale, canvas.document().lang), value_width,
                                      Face::bold, kBody);
      // The value begins on the label's last line and continues from it.
      const size_t first = label.empty() ? 0 : label.size() - 1;
      const size_t count = first + std::max(value.size(), size_t{1});
      for (size_t i = 0; i < count; ++i) {
        canvas.need(kBody * kLeading);
        if (i < label.size()) canvas.text(canvas.left(), canvas.y + kBody, label[i], Face::regular, kBody, node);
        if (i >= first && i - first < value.size())
          canvas.text(value_x, canvas.y + kBody, value[i - first], Face::bold, kBody, node);
        // A missing value leaves a line to write on.
        if (value.empty() && i == first)
          canvas.stroke(value_x, canvas.y + kBody + 2, value_x + value_width, canvas.y + kBody + 2);
        canvas.y += kBody * kLeading;
      }
    }
    canvas.y += kBody * 0.6;
  }

  void operator()(const Paragraph& paragraph) {
    const Face face = paragraph.emphasis == Emphasis::strong ? Face::bold : Face::regular;
    const int node = canvas.node(StructNode::Kind::paragraph, canvas.section_node);
    const TextStyle style{.face = face, .grey = paragraph.emphasis == Emphasis::muted};
    lines(canvas.lines(paragraph.text, canvas.width(), face, kBody), canvas.left(), canvas.width(), style, node);
    canvas.y += 3;
  }

  void operator()(const Signatures& signatures) {
    const double title_width = canvas.width() * 0.42;
    const double line_width = canvas.width() * 0.22;
    const double name_width = canvas.width() - title_width - line_width - 20;
    const auto rows_of = [&](const SignatureLine& line) {
      return std::max({canvas.lines(line.title, title_width, Face::regular, kBody).size(),
                       canvas.lines(line.name, name_width, Face::regular, kBody).size(), size_t{1}});
    };
    double height = kBody;
    for (const auto& line : signatures.lines) height += kBody * kLeading * static_cast<double>(rows_of(line)) + kBody;
    canvas.need(std::min(height, canvas.bottom() - canvas.top()));
    canvas.y += kBody;
    for (const auto& line : signatures.lines) {
      const int node = canvas.node(StructNode::Kind::paragraph, canvas.section_node);
      const auto title = canvas.lines(line.title, title_width, Face::regular, kBody);
      const auto name = canvas.lines(line.name, name_width, Face::regular, kBody);
      const double x = canvas.left() + title_width + 10;
      const size_t rows = std::max({title.size(), name.size(), size_t{1}});
      for (size_t i = 0; i < rows; ++i) {
        canvas.need(kBody * kLeading);
        const double baseline = canvas.y + kBody;
        if (i < title.size()) canvas.text(canvas.left(), baseline, title[i], Face::regular, kBody, node);
        if (i == 0) canvas.stroke(x, baseline + 2, x + line_width, baseline + 2);
        if (i < name.size()) canvas.text(x + line_width + 10, baseline, name[i], Face::regular, kBody, node);
        canvas.y += kBody * kLeading;
      }
      canvas.y += kBody;
    }
  }

  void operator()(const Table& table) {
    if (is_left_out(table)) {
      (*this)(Paragraph{table.when_empty, Emphasis::muted});
    } else {
      lay_out_table(canvas, table);
    }
  }
  void operator()(const Chart& chart) { lay_out_chart(canvas, chart); }
  void operator()(const PageBreak&) {
    if (!canvas.at_top()) canvas.new_page();
  }
};

}  // namespace

void Canvas::begin_section(const Section& section, Paper paper) {
  const double shorter = paper == Paper::a3 ? 841.89 : 595.28;
  const double longer = paper == Paper::a3 ? 1190.55 : 841.89;
  const double page_width = section.landscape ? longer : shorter;
  if (open_ && section.joined && page_.width == page_width) {
    need(kLeastJoined);
    section_node = node(StructNode::Kind::section, 0);
    return;
  }
  if (open_) emit();
  page_ = {};
  paper_ = paper;
  page_.width = page_width;
  page_.height = section.landscape ? shorter : longer;
  read_foot();
  open_ = true;
  y = kTop;
  if (result.structure.empty()) node(StructNode::Kind::document, -1);
  section_node = node(StructNode::Kind::section, 0);
}

void Canvas::emit() {
  constexpr double kSmall = PageFoot::kLetters;
  const double baseline = page_.height - 24;
  double line = baseline - (static_cast<double>(at_foot_.lines.size()) - 1) * PageFoot::kLine;
  for (const auto& one : at_foot_.lines) {
    text({.x = kLeft, .y = line, .size = kSmall, .grey = true, .text = one.text, .cut = one.cut});
    line += PageFoot::kLine;
  }
  const std::string number = std::to_string(result.pages + 1);
  const double number_x = page_.width - kRight - text_width(number, Face::regular, 8);
  text({.x = number_x, .y = baseline, .size = 8, .grey = true, .text = number});
  ++result.pages;
  sink_.page(std::move(page_));
  open_ = false;
}

void Canvas::new_page() {
  const double page_width = page_.width;
  const double page_height = page_.height;
  emit();
  page_ = {};
  page_.width = page_width;
  page_.height = page_height;
  open_ = true;
  y = kTop;
}

void Canvas::finish() {
  if (open_) emit();
}

void Canvas::need(double height) {
  if (y + height > bottom() && !at_top()) new_page();
}

int Canvas::node(StructNode::Kind kind, int parent) {
  StructNode node;
  node.kind = kind;
  node.parent = parent;
  result.structure.push_back(node);
  return static_cast<int>(result.structure.size()) - 1;
}

void Canvas::text(double x, double baseline, std::string text_here, Face face, double size, int node) {
  text(TextRun{x, baseline, size, face, false, std::move(text_here), node});
}

void Canvas::text(double x, double baseline, const Line& line, Face face, double size, int node) {
  text(TextRun{x, baseline, size, face, false, line.text, node, line.cut});
}

void Canvas::text(TextRun run) {
  if (!is_valid_utf8(run.text)) run.text = scrub_utf8(run.text);
  if (!run.text.empty()) page_.texts.push_back(std::move(run));
}

namespace {

class NoPages : public PageSink {
 public:
  void page(Page&& /*page*/) override {}
};

// Section after section: on which paper, and what stays with what.
class SectionLayout {
 public:
  SectionLayout(const Document& document, const TextMeasure& measure)
      : document_(document), measure_(measure), foot_(page_foot(document, measure)) {
    for (const Section& section : document.sections) {
      if (!section.hidden && !section.workbook_only) last_ = &section;
    }
  }

  LayoutResult run(PageSink& sink) {
    Canvas canvas(document_, measure_, foot_, sink);
    for (const Section& section : document_.sections) {
      if (section.hidden || section.workbook_only) continue;
      if (section.list) {
        lay_out_list(canvas, section);
      } else {
        lay_out(canvas, section, ordinary_fit_of(section));
      }
    }
    canvas.finish();
    return std::move(canvas.result);
  }

 private:
  /// The paper, and the largest letters of its tables.
  struct Fit {
    Paper paper = Paper::a4;
    double largest = kLargest;
  };
  static constexpr double kLargest = 9;
  static constexpr double kSmallest = 7;

  void lay_out(Canvas& canvas, const Section& section, Fit fit) const {
    canvas.largest = fit.largest;
    canvas.begin_section(section, fit.paper);
    const auto& blocks = section.blocks;
    const size_t end = begin_of_end(canvas, section);
    for (size_t i = 0; i < blocks.size(); ++i) {
      canvas.follow = 0;
      if (i + 1 == end) canvas.follow = height_of(canvas, section, end);
      if (std::holds_alternative<Heading>(blocks[i]) && i + 1 < blocks.size() && is_large(blocks[i + 1]))
        canvas.follow = std::max(canvas.follow, kLeastJoined);
      std::visit(Flow{canvas}, blocks[i]);
    }
    canvas.follow = 0;
    if (&section == last_) lay_out_last(canvas);
  }

  // What ends the paper: the footer that has no room at the foot, and the code.
  void lay_out_last(Canvas& canvas) const {
    if (!foot_.whole) Flow{canvas}(Paragraph{document_.footer, Emphasis::muted});
    if (!document_.code.empty()) lay_out_code(canvas);
  }

  void lay_out_list(Canvas& canvas, const Section& section) {
    const Section shown = list_on_paper(section);
    const Section* last = last_;
    if (last == &section) last_ = &shown;
    lay_out(canvas, shown, fit_of(shown));
    last_ = last;
  }

  static bool is_large(const Block& block) {
    return std::holds_alternative<Chart>(block) ||
           (std::holds_alternative<Table>(block) && !is_left_out(std::get<Table>(block)));
  }

  // The first of the blocks that end the section and stay with the block before them: notes below a table, signatures,
  // a chart, which would have a page of its own.
  static constexpr double kMostKept = 0.55;  // of a page
  size_t begin_of_end(const Canvas& canvas, const Section& section) const {
    const auto& blocks = section.blocks;
    size_t signatures = blocks.size();
    while (signatures > 0 && std::holds_alternative<Signatures>(blocks[signatures - 1])) --signatures;
    size_t notes = signatures;
    while (notes > 0 && std::holds_alternative<Paragraph>(blocks[notes - 1])) --notes;
    const bool ends_with_chart = notes > 1 && std::holds_alternative<Chart>(blocks[notes - 1]);
    if (ends_with_chart && height_of(canvas, section, notes - 1) > 0) return notes - 1;
    const bool below_table = notes > 0 && std::holds_alternative<Table>(blocks[notes - 1]);
    const double most = (canvas.bottom() - canvas.top()) * kMostKept;
    return below_table && height_of(canvas, section, notes) <= most ? notes : signatures;
  }

  // Of the blocks from `begin` on, and of the code behind the last section; 0 for more than a page.
  double height_of(const Canvas& canvas, const Section& section, size_t begin) const {
    NoPages nowhere;
    Canvas probe(document_, measure_, foot_, nowhere);
    probe.largest = canvas.largest;
    probe.begin_section(section, canvas.paper());
    for (size_t i = begin; i < section.blocks.size(); ++i) std::visit(Flow{probe}, section.blocks[i]);
    if (&section == last_) lay_out_last(probe);
    return probe.result.pages > 0 ? 0 : probe.y - probe.top();
  }

  // A landscape table that A4 cuts into blocks stands on A3 if that takes half as many sheets, and A4 more than a few.
  static constexpr int kFewPages = 4;
  Paper paper_of(const Section& section) const {
    if (!section.landscape || section.paper != Paper::a4 || !is_cut(section)) return section.paper;
    const int small = pages_of(section, {Paper::a4});
    return small > kFewPages && 2 * pages_of(section, {Paper::a3}) <= small ? Paper::a3 : Paper::a4;
  }

  // Smaller letters where they save the last page of the paper: a few rows and the code.
  Fit ordinary_fit_of(const Section& section) const {
    const Paper paper = paper_of(section);
    if (&section != last_ || section.paper != Paper::a4 || has_many_rows(section)) return {paper};
    const int pages = pages_of(section, {paper});
    double size = kLargest;
    while (pages > 1 && pages <= kFewPages && size > kSmallest) {
      if (pages_of(section, {paper, --size}) < pages) return {paper, size};
    }
    return {paper};
  }

  // A list that the largest letters put on more than two pages has smaller ones, and stands on A3 if two pages of it
  // hold what A4 does not; a longer one takes A3 if that halves its pages, and a very long one if it saves a third.
  static constexpr int kPagesOfList = 2;
  static constexpr int kManyPages = 10;
  Fit fit_of(const Section& section) const {
    if (section.paper != Paper::a4) return {section.paper};
    if (pages_of(section, {Paper::a4}) <= kPagesOfList) return {Paper::a4};
    const int small = pages_of(section, {Paper::a4, kSmallest});
    if (small <= kPagesOfList) return largest_on(section, Paper::a4);
    const int large = section.landscape ? pages_of(section, {Paper::a3, kSmallest}) : small;
    if (large <= kPagesOfList) return largest_on(section, Paper::a3);
    const bool saves = 2 * large <= small || (small > kManyPages && 3 * large <= 2 * small);
    return {saves ? Paper::a3 : Paper::a4, kSmallest};
  }

  Fit largest_on(const Section& section, Paper paper) const {
    double size = kLargest;
    while (size > kSmallest && pages_of(section, {paper, size}) > kPagesOfList) --size;
    return {paper, size};
  }

  bool is_cut(const Section& section) const {
    NoPages nowhere;
    Canvas probe(document_, measure_, foot_, nowhere);
    probe.begin_section(section, Paper::a4);
    return std::any_of(section.blocks.begin(), section.blocks.end(), [&](const Block& block) {
      const auto* table = std::get_if<Table>(&block);
      return table != nullptr && !is_left_out(*table) && has_column_blocks(probe, *table);
    });
  }

  int pages_of(const Section& section, Fit fit) const {
    NoPages nowhere;
    Canvas probe(document_, measure_, foot_, nowhere);
    lay_out(probe, section, fit);
    probe.finish();
    return probe.result.pages;
  }

  const Document& document_;
  const TextMeasure& measure_;
  const PageFoot foot_;
  const Section* last_ = nullptr;  // on paper
};

}  // namespace

LayoutResult layout(const Document& document, const TextMeasure& measure, PageSink& sink) {
  return SectionLayout(document, measure).run(sink);
}

}  // namespace esep::document

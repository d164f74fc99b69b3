// SPDX-License-Identifier: MIT
#include "document/layout/layout.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/layout/canvas.h"

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

  void lines(const std::vector<std::string>& lines, double x, double width, const TextStyle& style, int node) {
    for (const std::string& line : lines) {
      canvas.need(style.size * kLeading);
      const double free = width - canvas.text_width(line, style.face, style.size);
      const double shift = style.align == Align::centre ? free / 2 : (style.align == Align::right ? free : 0);
      canvas.text({x + shift, canvas.y + style.size, style.size, style.face, style.grey, line, node});
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
    canvas.need(size * kLeading * static_cast<double>(text.size() + 2));
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

  void operator()(const Table& table) { lay_out_table(canvas, table); }
  void operator()(const Chart& chart) { lay_out_chart(canvas, chart); }
  void operator()(const PageBreak&) {
    if (!canvas.at_top()) canvas.new_page();
  }
};

}  // namespace

void Canvas::begin_section(const Section& section) {
  const double shorter = section.paper == Paper::a3 ? 841.89 : 595.28;
  const double longer = section.paper == Paper::a3 ? 1190.55 : 841.89;
  const double page_width = section.landscape ? longer : shorter;
  if (open_ && section.joined && page_.width == page_width) {
    need(kLeastJoined);
    section_node = node(StructNode::Kind::section, 0);
    return;
  }
  if (open_) emit();
  page_ = {};
  page_.width = page_width;
  page_.height = section.landscape ? shorter : longer;
  open_ = true;
  y = kTop;
  if (result.structure.empty()) node(StructNode::Kind::document, -1);
  section_node = node(StructNode::Kind::section, 0);
}

void Canvas::emit() {
  constexpr double kSmall = 7;
  constexpr size_t kMostLines = 3;  // that stand under the text
  const double baseline = page_.height - 24;
  if (footer_width_ != width()) {
    footer_ = lines(document_.footer, width() * 0.85, Face::regular, kSmall);
    footer_width_ = width();
    if (footer_.size() > kMostLines) {
      footer_.resize(kMostLines);
      drop_cut_hyphen(footer_.back());
      footer_.back() += "…";
    }
  }
  double line = baseline - (static_cast<double>(footer_.size()) - 1) * kSmall * 1.2;
  for (const auto& one : footer_) {
    text({.x = kLeft, .y = line, .size = kSmall, .grey = true, .text = one});
    line += kSmall * 1.2;
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

void Canvas::text(TextRun run) {
  if (!is_valid_utf8(run.text)) run.text = scrub_utf8(run.text);
  if (!run.text.empty()) page_.texts.push_back(std::move(run));
}

LayoutResult layout(const Document& document, const TextMeasure& measure, PageSink& sink) {
  Canvas canvas(document, measure, sink);
  for (const Section& section : document.sections) {
    if (section.hidden || section.workbook_only) continue;
    canvas.begin_section(section);
    for (const auto& block : section.blocks) std::visit(Flow{canvas}, block);
  }
  if (!document.code.empty() && canvas.section_node >= 0) lay_out_code(canvas);
  canvas.finish();
  return std::move(canvas.result);
}

}  // namespace esep::document

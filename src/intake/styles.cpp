// SPDX-License-Identifier: MIT
#include "intake/styles.h"

#include <algorithm>
#include <map>

#include "intake/limits.h"
#include "intake/number_format.h"
#include "intake/xml_part.h"

namespace esep::intake {
namespace {

class StylesHandler final : public XmlHandler {
 public:
  bool accepts_root(std::string_view name, std::string_view name_space) override {
    return name == "styleSheet" && is_spreadsheet_namespace(name_space);
  }

  void start(std::string_view name, XmlAttributes attributes) override {
    ++depth_;
    if (depth_ == 1) {
      list_ = name == "numFmts"   ? List::formats
              : name == "fonts"   ? List::fonts
              : name == "fills"   ? List::fills
              : name == "borders" ? List::borders
              : name == "cellXfs" ? List::cells
              : name == "dxfs"    ? List::of_rules
                                  : List::other;
    } else if (list_ == List::formats && name == "numFmt") {
      if (const auto id = number_attribute(attributes, "numFmtId"))
        custom_[*id] = attribute(attributes, "formatCode").value_or("");
    } else if (list_ == List::of_rules) {
      if (depth_ > 2) look_reader_.start(depth_ - 2, name, attributes);
    } else if (list_ == List::fonts) {
      take_font(name, attributes);
    } else if (list_ == List::fills) {
      take_fill(name, attributes);
    } else if (list_ == List::borders) {
      take_border(name, attributes);
    } else if (depth_ == 2 && list_ == List::cells && name == "xf") {
      cells_.push_back(
          {number_attribute(attributes, "numFmtId").value_or(0), number_attribute(attributes, "fontId").value_or(0),
           number_attribute(attributes, "fillId").value_or(0), number_attribute(attributes, "borderId").value_or(0)});
    } else if (depth_ == 3 && list_ == List::cells && name == "alignment" && !cells_.empty()) {
      take_alignment(attributes);
    }
  }
  void end() override {
    if (depth_-- == 2 && list_ == List::of_rules) looks_.push_back(look_reader_.take());
  }
  void text(std::string_view /*text*/) override {}

  [[nodiscard]] std::vector<RuleLook> take_looks() { return std::move(looks_); }

  // Formats and fonts may be defined after the styles that use them.
  [[nodiscard]] CellStyles styles() const {
    CellStyles out;
    std::map<int, std::shared_ptr<const CellLook>> looks;
    for (const Cell& cell : cells_) {
      CellStyle style;
      const auto custom = custom_.find(cell.format);
      const std::string_view code = custom != custom_.end() ? custom->second : built_in_code(cell.format);
      style.format = custom != custom_.end() ? classify_format(code) : built_in_format(cell.format);
      if (!code.empty() && code != "General" && code != "@") {
        auto& look = looks[cell.format];
        if (!look) look = std::make_shared<const CellLook>(code);
        style.look = look;
      }
      style.repeated = cell.repeated;
      style.fits = cell.fits;
      style.wraps = cell.wraps;
      style.rest = cell.rest;
      if (const CellColour* ground = item(fills_, cell.fill)) style.ground = *ground;
      if (const FontMarks* font = item(fonts_, cell.font)) {
        style.struck = font->struck;
        style.ink = font->colour;
        style.tiny = font->tiny;
        style.dingbats = font->dingbats;
        style.size = font->size;
        if (font->size > 0 && fonts_.front().size > 0) style.scale = font->size / fonts_.front().size;
        style.faint = font->tiny || font->colour.is_like(style.ground);
      }
      const Border* border = item(borders_, cell.border);
      style.struck = style.struck || (border != nullptr && border->both && border->drawn);
      out.push_back(std::move(style));
    }
    return out;
  }

 private:
  enum class List { other, formats, fonts, fills, borders, cells, of_rules };
  enum class Fill { none, solid, light, dark, gradient };
  struct Cell {
    int format = 0, font = 0, fill = 0, border = 0;
    bool repeated = false, fits = false, wraps = false;
    CellStyle::Rest rest = CellStyle::Rest::bottom;
  };
  // Its diagonals.
  struct Border {
    bool both = false, drawn = false;
  };
  static inline const CellColour kPaper{CellColour::kWhite, ""};

  template <typename Item>
  static const Item* item(const std::vector<Item>& items, int index) {
    return index >= 0 && static_cast<size_t>(index) < items.size() ? &items[static_cast<size_t>(index)] : nullptr;
  }

  void take_alignment(XmlAttributes attributes) {
    Cell& cell = cells_.back();
    const auto vertical = attribute(attributes, "vertical").value_or("bottom");
    cell.repeated = attribute(attributes, "horizontal") == "fill";
    cell.fits =
        is_true(attribute(attributes, "shrinkToFit")) || number_attribute(attributes, "textRotation").value_or(0) != 0;
    cell.wraps = is_true(attribute(attributes, "wrapText"));
    cell.rest = vertical == "top"      ? CellStyle::Rest::top
                : vertical == "bottom" ? CellStyle::Rest::bottom
                                       : CellStyle::Rest::middle;
  }

  void take_font(std::string_view name, XmlAttributes attributes) {
    if (depth_ == 2) {
      fonts_.emplace_back();
    } else if (depth_ == 3 && !fonts_.empty()) {
      fonts_.back().take(name, attributes);
    }
  }

  // A fill hides letters of its colour where it is of one colour: solid, or all colours of its gradient or pattern
  // alike, or a pattern of few strokes on its ground.
  void take_fill(std::string_view name, XmlAttributes attributes) {
    if (depth_ == 2) {
      fills_.push_back(kPaper);
      fill_ = Fill::none;
    } else if (depth_ == 3) {
      const std::string_view pattern = attribute(attributes, "patternType").value_or("none");
      fill_ = name == "gradientFill" ? Fill::gradient
              : pattern == "solid"   ? Fill::solid
              : pattern == "none"    ? Fill::none
              : is_light(pattern)    ? Fill::light
                                     : Fill::dark;
      strokes_ = {CellColour::kBlack, ""};
      behind_ = kPaper;
      colours_.clear();
      if (fill_ != Fill::none) fills_.back() = ground();
    } else if (depth_ == 4 && fill_ == Fill::solid && name == "fgColor") {
      fills_.back() = CellColour::read(attributes, CellColour::kWhite);
    } else if (fill_ == Fill::gradient && name == "color") {
      colours_.push_back(CellColour::read(attributes, CellColour::kWhite));
      fills_.back() = ground();
    } else if (is_pattern() && name == "fgColor") {
      strokes_ = CellColour::read(attributes, CellColour::kBlack);
      fills_.back() = ground();
    } else if (is_pattern() && name == "bgColor") {
      behind_ = CellColour::read(attributes, CellColour::kWhite);
      fills_.back() = ground();
    }
  }

  [[nodiscard]] bool is_pattern() const { return fill_ == Fill::light || fill_ == Fill::dark; }

  // At most a quarter of the cell is strokes or dots.
  static bool is_light(std::string_view pattern) { return pattern.starts_with("light") || pattern.starts_with("gray"); }

  // What letters must differ from; no colour: they are seen whatever colour they have.
  [[nodiscard]] CellColour ground() const {
    if (is_pattern()) return fill_ == Fill::light || strokes_.is_like(behind_) ? behind_ : CellColour();
    const bool alike = !colours_.empty() && std::all_of(colours_.begin(), colours_.end(), [&](const CellColour& one) {
      return one.is_like(colours_.front());
    });
    return alike ? colours_.front() : CellColour();
  }

  void take_border(std::string_view name, XmlAttributes attributes) {
    if (depth_ == 2) {
      borders_.push_back(
          {is_true(attribute(attributes, "diagonalUp")) && is_true(attribute(attributes, "diagonalDown")), false});
    } else if (depth_ == 3 && name == "diagonal" && !borders_.empty()) {
      borders_.back().drawn = attribute(attributes, "style").value_or("none") != "none";
    }
  }

  int depth_ = 0;
  List list_ = List::other;
  std::map<int, std::string> custom_;
  std::vector<FontMarks> fonts_;
  std::vector<CellColour> fills_;
  Fill fill_ = Fill::none;
  CellColour strokes_, behind_;      // of a pattern
  std::vector<CellColour> colours_;  // of a gradient
  std::vector<Border> borders_;
  std::vector<Cell> cells_;
  RuleLookReader look_reader_;
  std::vector<RuleLook> looks_;
};

}  // namespace

std::optional<Styles> read_styles(const ZipArchive& archive, const ZipEntry& entry, Problem& refusal) {
  StylesHandler handler;
  if (!read_part(archive, entry, kMaxSmallPartBytes, handler, refusal)) return std::nullopt;
  return Styles{handler.styles(), handler.take_looks()};
}

}  // namespace esep::intake

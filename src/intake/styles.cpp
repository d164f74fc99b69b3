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
      cells_.back().repeated = attribute(attributes, "horizontal") == "fill";
      cells_.back().fits = is_true(attribute(attributes, "shrinkToFit")) ||
                           number_attribute(attributes, "textRotation").value_or(0) != 0;
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
      if (const CellColour* ground = item(fills_, cell.fill)) style.ground = *ground;
      if (const FontMarks* font = item(fonts_, cell.font)) {
        style.struck = font->struck;
        style.ink = font->colour;
        style.tiny = font->tiny;
        style.dingbats = font->dingbats;
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
  enum class Fill { none, solid, mixed };
  struct Cell {
    int format = 0, font = 0, fill = 0, border = 0;
    bool repeated = false, fits = false;
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

  void take_font(std::string_view name, XmlAttributes attributes) {
    if (depth_ == 2) {
      fonts_.emplace_back();
    } else if (depth_ == 3 && !fonts_.empty()) {
      fonts_.back().take(name, attributes);
    }
  }

  // A fill hides letters of its colour where it is of one colour: solid, or all colours of its pattern or gradient
  // alike.
  void take_fill(std::string_view name, XmlAttributes attributes) {
    if (depth_ == 2) {
      fills_.push_back(kPaper);
      fill_ = Fill::none;
    } else if (depth_ == 3) {
      const std::string_view pattern = attribute(attributes, "patternType").value_or("none");
      fill_ = name == "gradientFill" ? Fill::mixed
              : pattern == "solid"   ? Fill::solid
              : pattern == "none"    ? Fill::none
                                     : Fill::mixed;
      if (name == "gradientFill" || fill_ == Fill::solid) fills_.back() = {};
      colours_.clear();
    } else if (depth_ == 4 && fill_ == Fill::solid && name == "fgColor") {
      fills_.back() = CellColour::read(attributes, CellColour::kWhite);
    } else if (fill_ == Fill::mixed && (name == "fgColor" || name == "bgColor" || name == "color")) {
      mix(CellColour::read(attributes, CellColour::kWhite));
    }
  }

  void mix(CellColour colour) {
    colours_.push_back(std::move(colour));
    const bool alike = colours_.size() > 1 && std::all_of(colours_.begin(), colours_.end(), [&](const CellColour& one) {
                         return one.is_like(colours_.front());
                       });
    if (alike) fills_.back() = colours_.front();
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
  std::vector<CellColour> colours_;  // of a pattern or a gradient
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

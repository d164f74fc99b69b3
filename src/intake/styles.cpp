// SPDX-License-Identifier: MIT
#include "intake/styles.h"

#include <charconv>
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
      list_ = name == "numFmts" ? List::formats : name == "cellXfs" ? List::cells : List::other;
    } else if (depth_ == 2 && list_ == List::formats && name == "numFmt") {
      if (const auto id = format_id(attributes))
        custom_[*id] = classify_format(attribute(attributes, "formatCode").value_or(""));
    } else if (depth_ == 2 && list_ == List::cells && name == "xf") {
      styles_.push_back(format_id(attributes).value_or(0));
    }
  }
  void end() override { --depth_; }
  void text(std::string_view /*text*/) override {}

  // Formats may be defined after the styles that use them.
  [[nodiscard]] CellFormats formats() const {
    CellFormats out;
    for (const int id : styles_) {
      const auto custom = custom_.find(id);
      out.push_back(custom != custom_.end() ? custom->second : built_in_format(id));
    }
    return out;
  }

 private:
  enum class List { other, formats, cells };

  static std::optional<int> format_id(XmlAttributes attributes) {
    const std::string_view text = attribute(attributes, "numFmtId").value_or("");
    int id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return id;
  }

  int depth_ = 0;
  List list_ = List::other;
  std::map<int, report::CellFormat> custom_;
  std::vector<int> styles_;
};

}  // namespace

std::optional<CellFormats> read_styles(const ZipArchive& archive, const ZipEntry& entry, Problem& refusal) {
  StylesHandler handler;
  if (!read_part(archive, entry, kMaxSmallPartBytes, handler, refusal)) return std::nullopt;
  return handler.formats();
}

}  // namespace esep::intake

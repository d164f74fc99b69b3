// SPDX-License-Identifier: MIT
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "document/document.h"

/// Private to this folder: libxlsxwriter behind RAII, with the checks that it leaves to its callers.
namespace esep::xlsx {

/// What a cell looks like; equal styles share one format.
struct Style {
  bool bold = false;
  bool wrap = true;
  bool border = false;
  bool no_top = false;     // continued from the cell above
  bool no_bottom = false;
  bool locked = true;
  bool link = false;
  int align = LXW_ALIGN_LEFT;
  int vertical = LXW_ALIGN_VERTICAL_TOP;
  int size = 10;
  uint32_t fill = 0;    // 0: none
  uint32_t colour = 0;  // 0: automatic
  std::string number_format;  // "" general
  auto operator<=>(const Style&) const = default;
};

class Workbook {
 public:
  Workbook(const std::filesystem::path& file, const document::Document& document, bool streamed);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// A sheet under a name that Excel accepts and that no other sheet has.
  lxw_worksheet* add_sheet(const std::string& wanted);
  lxw_format* format(const Style& style);
  [[nodiscard]] lxw_workbook* handle() { return workbook_; }
  [[nodiscard]] bool streamed() const { return streamed_; }
  /// A range on the hidden sheet of choices that holds these titles; made once per list.
  std::string choice_range(const std::vector<std::string>& titles);
  /// Writes the file. Error FILE-UNWRITABLE.
  void close();

 private:
  std::filesystem::path file_;
  lxw_workbook* workbook_;  // owned by libxlsxwriter's open/close pair
  bool streamed_;
  std::map<Style, lxw_format*> formats_;
  std::set<std::string> names_;
  std::map<std::vector<std::string>, std::string> ranges_;
  lxw_worksheet* choices_ = nullptr;
};

/// Valid UTF-8 within Excel's limit of 32,767 characters; what cannot be kept is replaced or cut with an ellipsis.
[[nodiscard]] std::string safe_text(std::string_view text);
/// The first `limit` characters (Excel counts UTF-16 units).
[[nodiscard]] std::string clip(std::string_view text, size_t limit);
[[nodiscard]] std::string number_format_of(form::ColumnType type, int scale);

}  // namespace esep::xlsx

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <xlsxwriter.h>

#include "document/document.h"
#include "xlsx/cell_text.h"

/// Private to this folder: RAII over libxlsxwriter, with the checks that it leaves to its callers.
namespace esep::xlsx {

inline constexpr int kMaxRows = LXW_ROW_MAX;
inline constexpr int kMaxColumns = LXW_COL_MAX;

/// The look of a cell; equal styles share one format.
struct Style {
  bool bold = false;
  bool wrap = true;
  bool border = false;
  bool no_top = false;  // continued from the cell above
  bool no_bottom = false;
  bool locked = true;
  bool link = false;
  bool hatched = false;
  int align = LXW_ALIGN_LEFT;
  int vertical = LXW_ALIGN_VERTICAL_TOP;
  int size = 10;
  uint32_t fill = 0;          // 0: none
  uint32_t colour = 0;        // 0: automatic
  std::string number_format;  // "" general
  auto operator<=>(const Style&) const = default;
};

class Workbook {
 public:
  /// `streamed`: rows must ascend and no cell may span rows; memory then does not grow with the rows.
  Workbook(const std::filesystem::path& file, const document::Document& document, bool streamed);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Adds a sheet under a name that Excel accepts and no other sheet has (see `->name`). Excel opens the file at the
  /// first sheet that is not hidden.
  lxw_worksheet* add_sheet(const std::string& wanted, bool hidden = false);
  lxw_format* format(const Style& style);
  [[nodiscard]] lxw_workbook* handle() { return workbook_; }
  [[nodiscard]] bool streamed() const { return streamed_; }
  /// A range on the hidden sheet of choices that will hold these titles; one range per list.
  std::string choice_range(const std::vector<std::string>& titles);
  /// A name for that range; formulas of marks know no ranges of other sheets.
  std::string choice_name(const std::vector<std::string>& titles);
  /// The look that a mark gives to a cell: its fill.
  lxw_format* mark_format(uint32_t fill);
  /// The hidden sheet with the figures of charts, and its next free row.
  struct Figures {
    lxw_worksheet* sheet = nullptr;
    int row = 0;
  };
  Figures& figures();
  /// Makes `anchor` lead to a cell, unless it has one already. Links use `anchor_link(anchor)`.
  void define_anchor(const std::string& anchor, const lxw_worksheet& sheet, int row);
  [[nodiscard]] static std::string anchor_link(const std::string& anchor);
  /// Writes the file. Error FILE-UNWRITABLE.
  void close(const std::filesystem::path& named);

 private:
  void write_choices();

  lxw_workbook* workbook_ = nullptr;  // owned by libxlsxwriter's open/close pair
  bool streamed_;
  bool shown_ = false;  // a sheet that is not hidden exists
  std::map<Style, lxw_format*> formats_;
  std::set<std::string> names_;
  std::set<std::string> anchors_;
  std::vector<std::vector<std::string>> lists_;
  std::map<uint32_t, lxw_format*> marks_;
  Figures figures_;
};

/// Error XLSX-REFUSED if libxlsxwriter refuses something despite the checks.
void require_ok(lxw_error error);

/// The name of a sheet as formulas have it.
[[nodiscard]] std::string quoted_name(const lxw_worksheet& sheet);

[[nodiscard]] std::string number_format_of(form::ColumnType type, int scale);

}  // namespace esep::xlsx

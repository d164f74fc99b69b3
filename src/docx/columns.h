// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "docx/page.h"

/// Private to this folder.
namespace esep::docx {

/// Columns that stand side by side on one page, and their widths in twentieths of a point.
struct ColumnBlock {
  std::vector<size_t> columns;
  std::vector<int> widths;
};

struct ColumnPlan {
  int half_points = 0;  // the size of the letters
  std::vector<ColumnBlock> blocks;
};

/// The columns of a table side by side, in the largest letters in which no number and no word of an ordinary length is
/// broken; in blocks where not even small letters do. Key columns stand in each block. What `TableColumn::width` wishes
/// comes after what must not be broken.
[[nodiscard]] ColumnPlan plan_columns(const document::Table& table, const Page& page, Lang lang);

}  // namespace esep::docx

// SPDX-License-Identifier: MIT
#pragma once

#include "docx/links.h"
#include "docx/page.h"

/// Private to this folder.
namespace esep::docx {

/// A table with its caption, its continuations beside it where it is wider than the page, and the remarks on its cells.
[[nodiscard]] std::string table_markup(const document::Table& table, const Page& page, Lang lang, Links& links);

/// Rows of cells without frames, for fields and signatures: each cell is a paragraph, `widths` in twentieths of a
/// point.
struct PlainCell {
  std::string paragraph;
  bool line = false;  // to write on
};
[[nodiscard]] std::string plain_table(const std::vector<int>& widths, const std::vector<std::vector<PlainCell>>& rows);

}  // namespace esep::docx

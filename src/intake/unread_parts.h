// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "intake/zip_archive.h"
#include "report/read/grid.h"

namespace esep::intake {

/// The notes and text boxes of a sheet; `page` stays blank. Damaged parts have none: they are no part of the report.
/// Notes that Esep wrote into a marked copy are left out.
[[nodiscard]] report::UnreadTexts read_unread(const ZipArchive& archive, std::string_view sheet_part);

/// The words on the left, in the middle and on the right of a header or footer (`&L&8 Есеп&R&P / &N`), without its
/// codes and without the numbers of pages.
[[nodiscard]] std::vector<std::string> words_of_page_text(std::string_view coded);

}  // namespace esep::intake

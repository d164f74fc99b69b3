// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "report/finding.h"
#include "xlsx/marked/style_book.h"

namespace esep::xlsx {

/// The sheet that lists all findings, each with a link to its cell in the same workbook.
[[nodiscard]] std::string findings_part(const report::Findings& findings,
                                        const std::function<std::string(const Message&)>& say, StyleBook& styles);

}  // namespace esep::xlsx

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

/// Excel takes 255 characters for the foot of a page.
namespace esep::xlsx {

/// Whether the whole footer has room there.
[[nodiscard]] bool has_whole_foot(const document::Document& document);
/// The footer, or its short form where the whole has no room. What is still too long ends with a whole word and "…",
/// behind which stands the code of the paper if that is cut off.
[[nodiscard]] std::string page_foot(const document::Document& document);

}  // namespace esep::xlsx

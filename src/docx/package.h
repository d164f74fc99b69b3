// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

/// Private to this folder: the parts of the package besides the text.
namespace esep::docx {

/// `body`: the markup inside w:body; `links`: the relationships of its links.
[[nodiscard]] std::string package(const document::Document& document, const std::string& body,
                                  const std::string& links);

}  // namespace esep::docx

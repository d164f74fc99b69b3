// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

namespace esep::html {

/// A self-contained page: escaped, semantic tables with scope, print style; a word processor opens it too.
[[nodiscard]] std::string write(const document::Document& document);

}  // namespace esep::html

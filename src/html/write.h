// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"
#include "html/row_address.h"

namespace esep::html {

/// Path of the page template, a Mustache text that a workspace may overlay. It receives lang, title,
/// author, subject, dated, paper, orientation, footer (texts, two braces) and body (markup, three
/// braces).
inline constexpr const char* kPageTemplate = "templates/page.html";

/// A self-contained page: escaped texts, semantic tables with scope, print style. A word processor can open it too.
[[nodiscard]] std::string write(const document::Document& document);

/// The same with the given page template. Error HTML-TEMPLATE if it is not a Mustache template.
[[nodiscard]] std::string write(const document::Document& document, const std::string& page_template);

/// Its blocks alone, for a page that has a head and a style of its own; without code and footer. `address`: where rows
/// with an anchor lead.
[[nodiscard]] std::string body_markup(const document::Document& document, const RowAddress& address = {});

}  // namespace esep::html

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

namespace esep::html {

/// Path of the page around a document, a Mustache text that a workspace may overlay. It gets lang, title, author,
/// subject, dated, paper, orientation, footer (escaped where written with two braces) and body (ready markup, three
/// braces).
inline constexpr const char* kPageTemplate = "templates/page.html";

/// A self-contained page: escaped, semantic tables with scope, print style; a word processor opens it too.
[[nodiscard]] std::string write(const document::Document& document);

/// The same within the page template given. Error HTML-TEMPLATE when it is no Mustache text.
[[nodiscard]] std::string write(const document::Document& document, const std::string& page_template);

}  // namespace esep::html

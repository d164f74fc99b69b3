// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "document/document.h"

namespace esep::document {

/// A document of one section. `request` has its language, code, footer and date.
template <typename Request>
[[nodiscard]] Document one_section(const Request& request, std::string title, std::string author, Section section) {
  Document out;
  out.title = std::move(title);
  out.lang = request.lang;
  out.author = std::move(author);
  out.code = request.code;
  out.footer = request.footer;
  out.dated = request.dated;
  out.sections.push_back(std::move(section));
  return out;
}

}  // namespace esep::document

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

namespace esep::html {

/// A chart as a figure: a drawing (inline SVG) and its figures as a table for screen readers.
[[nodiscard]] std::string chart_markup(const document::Chart& chart, Lang lang);

}  // namespace esep::html

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/file.h"
#include "document/document.h"

/// The only folder that includes PoDoFo.
namespace esep::pdf {

/// Writes a Document as tagged PDF/A-1b with embedded fonts. The same Document gives the same bytes. Returns the
/// characters that do not print (font/printable.h), each once: U+25A1 stands in their place.
[[nodiscard]] std::u32string write(const document::Document& document, const Sink& put);
/// The same in memory.
[[nodiscard]] std::string write(const document::Document& document);

}  // namespace esep::pdf

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/file.h"
#include "document/document.h"

/// The only folder that includes PoDoFo.
namespace esep::pdf {

/// Writes a Document as tagged PDF/A-1b with embedded fonts. The same Document gives the same bytes. Error PDF-GLYPH
/// names characters that no embedded font has.
void write(const document::Document& document, const Sink& put);
/// The same in memory.
[[nodiscard]] std::string write(const document::Document& document);

}  // namespace esep::pdf

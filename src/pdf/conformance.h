// SPDX-License-Identifier: MIT
#pragma once

#include <podofo/podofo.h>

#include "document/document.h"

namespace esep::pdf {

/// What makes the file PDF/A-1b: Info and XMP that say the same, an output intent, the language; and a file identifier
/// that depends on the content alone.
void add_conformance(PoDoFo::PdfMemDocument& pdf, const document::Document& document, const std::string& content_hash);

}  // namespace esep::pdf

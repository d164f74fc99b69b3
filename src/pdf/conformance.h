// SPDX-License-Identifier: MIT
#pragma once

#include <podofo/podofo.h>

#include "document/document.h"

namespace esep::pdf {

/// Makes the file PDF/A-1b: equal Info and XMP, an output intent, the language, and a file identifier that depends only
/// on the content.
void add_conformance(PoDoFo::PdfMemDocument& pdf, const document::Document& document, const std::string& content_hash);

}  // namespace esep::pdf

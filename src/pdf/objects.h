// SPDX-License-Identifier: MIT
#pragma once

#include "base/file.h"
#include "pdf/structure.h"

namespace PoDoFo {
class PdfMemDocument;
}

namespace esep::pdf {

/// Hands the file on piece by piece, as PoDoFo writes it; returns its end.
[[nodiscard]] FileEnd write_objects(PoDoFo::PdfMemDocument& pdf, const Sink& put);

}  // namespace esep::pdf

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"

/// Papers as text documents, which an office edits before it signs them: WordprocessingML (ECMA-376), for Word from
/// 2010 on and LibreOffice Writer.
namespace esep::docx {

/// Writes a Document: headings, fields, paragraphs, tables whose headers are repeated on each page, charts as tables of
/// their figures, signatures; the code of the paper and the number of the page in the footer. Sections that only a
/// workbook has are left out. The same Document gives the same bytes.
[[nodiscard]] std::string write(const document::Document& document);

}  // namespace esep::docx

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "base/file.h"
#include "document/document.h"
#include "text/write.h"

namespace esep::app {

/// Gives a code to a paper that is not about one report and prints it in the footer. The code depends only on words and
/// figures: the same figures always give the same code. Behind a short footer that the paper has already, too.
void seal(Engine& engine, document::Document& paper);
/// The output format of that name. Error FORMAT-UNKNOWN (usage).
[[nodiscard]] report::OutputFormat require_format(const std::string& name);
/// Writes a document as pdf, xlsx, docx, html, json or csv. HTML goes into the page template of the engine's data.
/// The QR code of a paper leads to the page of the portal that verifies it, where the settings say its address.
/// Error FORMAT-UNKNOWN (usage) for another format. Returns the characters that do not print: U+25A1 stands in a PDF in
/// their place, the other formats keep them.
[[nodiscard]] std::u32string write_document(Engine& engine, const document::Document& document,
                                            report::OutputFormat format, text::CsvParts csv, const Sink& put);
/// The same in memory.
struct WrittenDocument {
  std::string bytes;
  std::u32string substituted;
};
[[nodiscard]] WrittenDocument write_document(Engine& engine, const document::Document& document,
                                             report::OutputFormat format);
/// The warning about them, PAPER-SUBSTITUTED.
[[nodiscard]] Message substituted_warning(const std::u32string& characters);
/// Writes a paper that has a code, and records it in the register, so that `verify` knows it. Returns the
/// same as `write_document`.
[[nodiscard]] std::u32string issue_paper(Engine& engine, const document::Document& paper,
                                         const registry::PaperTopic& topic, report::OutputFormat format,
                                         const registry::Actor& actor, const Sink& put);

}  // namespace esep::app

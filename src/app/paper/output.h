// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "base/file.h"
#include "document/document.h"

namespace esep::app {

/// Gives a paper that belongs to no single report its code, printed in the footer: of its words and figures, so that
/// the same figures give the same code, whenever they are asked for.
void seal(Engine& engine, document::Document& paper);
enum class CsvParts { table, whole };  // whole: the facts above the table too

/// "pdf", "xlsx", "html", "json" or "csv", within the page template of the engine's data. Error FORMAT-UNKNOWN (usage).
void write_document(const Engine& engine, const document::Document& document, const std::string& format, CsvParts csv,
                    const Sink& put);
/// The same in memory.
[[nodiscard]] std::string write_document(const Engine& engine, const document::Document& document,
                                         const std::string& format);
/// What the register remembers of a paper that leaves it.
struct Issue {
  std::string format;                 // "pdf", "xlsx" …
  std::string kind;                   // "report", "receipt", "status FORM" …
  std::optional<int64_t> submission;  // whose paper it is; absent: of no single report
};
/// write_document of a paper with a code, remembered in the register so that `verify` knows it.
void issue_paper(Engine& engine, const document::Document& paper, const Issue& issue, const registry::Actor& actor,
                 const Sink& put);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "base/file.h"
#include "document/document.h"

namespace esep::app {

/// Short code of a paper: of its content (file, rows), form text, revision and language. Twelve characters in groups of
/// four.
[[nodiscard]] std::string paper_code(const report::Submission& submission, std::string_view kind, Lang lang);
/// The same of a hash in hexadecimal digits: "1A2B-3C4D-5E6F".
[[nodiscard]] std::string short_code(std::string_view hash);
/// FORM_ORGANISATION_SUBJECT_STAGE_PERIOD for a file's name: what a path could stumble over becomes "_", and the name
/// then ends with some digits of the key's hash, so that no two reports share it.
[[nodiscard]] std::string report_file_stem(const report::ReportKey& key);

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
/// write_document of a paper with a code, remembered in the register so that `verify` knows it. `kind`: "report",
/// "status FORM" …
void issue_paper(Engine& engine, const document::Document& paper, const std::string& format, const std::string& kind,
                 std::optional<int64_t> submission, const registry::Actor& actor, const Sink& put);

}  // namespace esep::app

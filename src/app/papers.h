// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/engine.h"
#include "base/file.h"
#include "document/document.h"
#include "document/filled_form.h"
#include "report/status.h"

namespace esep::app {

/// What `blank` is asked for.
struct BlankOptions {
  report::ReportKey key;
  Lang lang = Lang::kk;
  bool from_previous = false;
};
/// Error FORM-UNKNOWN, ORGANISATION-UNKNOWN, SUBJECT-UNKNOWN, PERIOD-KIND, BLANK-NO-PREVIOUS.
/// The form as it is printed to be filled in by hand, with what is known already. Without an organisation and a subject nothing is.
[[nodiscard]] document::Document make_blank_paper(Engine& engine, const BlankOptions& options);
[[nodiscard]] document::Document make_blank(Engine& engine, const BlankOptions& options);

/// The official paper of a registered report, in the wording of the form text that the report pinned.
[[nodiscard]] document::Document make_paper(Engine& engine, const report::Submission& submission, Lang lang);
[[nodiscard]] document::Document make_receipt(Engine& engine, const report::Submission& submission,
                                              Lang lang);
[[nodiscard]] document::Document make_status(Engine& engine, const std::vector<report::StatusRow>& rows,
                                             const std::string& form, const calendar::Period& period,
                                             calendar::Date today, Lang lang);

/// Short code of a paper: of its content (file, rows), form text, revision and language. Twelve characters in groups of four.
[[nodiscard]] std::string paper_code(const report::Submission& submission, std::string_view kind, Lang lang);
/// The same of a hash in hexadecimal digits: "1A2B-3C4D-5E6F".
[[nodiscard]] std::string short_code(std::string_view hash);
/// FORM_ORGANISATION_SUBJECT_STAGE_PERIOD for a file's name: what a path could stumble over becomes "_", and the name then ends
/// with some digits of the key's hash, so that no two reports share it.
[[nodiscard]] std::string report_file_stem(const report::ReportKey& key);

/// Gives a paper that belongs to no single report its code, printed in the footer: of its words and figures, so that the same figures give the
/// same code, whenever they are asked for.
void seal(Engine& engine, document::Document& paper);
enum class CsvParts { table, whole };  // whole: the facts above the table too

/// "pdf", "xlsx", "html", "json" or "csv", within the page template of the engine's data. Error FORMAT-UNKNOWN (usage).
void write_document(const Engine& engine, const document::Document& document, const std::string& format,
                    CsvParts csv, const Sink& put);
/// The same in memory.
[[nodiscard]] std::string write_document(const Engine& engine, const document::Document& document,
                                         const std::string& format);
/// write_document of a paper with a code, remembered in the register so that `verify` knows it. `kind`: "report", "status FORM" …
void issue_paper(Engine& engine, const document::Document& paper, const std::string& format,
                 const std::string& kind, std::optional<int64_t> submission, const registry::Actor& actor,
                 const Sink& put);

/// Name of an organisation, or its code where it is not in the register.
[[nodiscard]] LocalText organisation_title(Engine& engine, const std::string& code);
/// Who gets a report: the obligation says, or it is the coordinator of the roadmap that is reported on.
[[nodiscard]] LocalText recipient_of(Engine& engine, const report::Duty& duty);
/// How late a report came; where its obligation has `done_on`, how late the thing was done, with that day and the day of receipt.
[[nodiscard]] Message late_message(Engine& engine, const report::Submission& submission);
[[nodiscard]] Message timeliness_message(report::Timeliness timeliness);
/// The verdict of a report: its timeliness, or that the thing is not done yet.
[[nodiscard]] Message verdict_message(const report::Submission& submission);
/// As `timeliness_message`, but what was handed in and not done says so.
[[nodiscard]] Message status_message(const report::StatusRow& status);
[[nodiscard]] Message state_message(report::State state);

}  // namespace esep::app

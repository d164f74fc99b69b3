// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "app/core/engine.h"
#include "app/upkeep/own_workbook.h"

namespace esep::app {

/// The register's facts about one file.
struct VerifiedFile {
  enum class Verdict {
    unaltered,  // this register made or received exactly these bytes
    altered,    // has the code of a paper of this register, but other bytes
    code,       // no file but the code of a paper of this register, as a person types it from a printout
    unknown     // neither
  };
  /// What a file without a place in the register says of itself.
  enum class Own { none, blank_paper, questionnaire };
  std::string file;
  Verdict verdict = Verdict::unknown;
  std::optional<Message> unreadable;  // why the file could not be read
  std::string sha256;
  std::set<std::string> codes;                    // as found in the file
  std::vector<registry::Paper> papers;            // unaltered: papers with these bytes; altered: with the code
  std::vector<report::Submission> submissions;    // of the papers, and those that have it as received file
  std::vector<registry::Attachment> attachments;  // signatures of these papers and reports, or the signature itself
  bool as_signature = false;                      // the file itself is the signature in `attachments`
  bool as_received = false;                       // the file is the received file of `submissions`
  std::optional<OwnWorkbook> workbook;            // unknown: what the workbook says of itself
  Own own = Own::none;                            // unknown and no such workbook: what it is by its mark
};

[[nodiscard]] std::string_view verdict_name(VerifiedFile::Verdict verdict);  // "unaltered" …
/// `file`: a path or, where there is no such file, the code printed on a paper (typed_paper_code).
[[nodiscard]] VerifiedFile verify_file(Engine& engine, const std::string& file);

}  // namespace esep::app

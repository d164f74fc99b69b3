// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "app/core/engine.h"

namespace esep::app {

/// What the register knows of one file.
struct VerifiedFile {
  enum class Verdict {
    unaltered,  // exactly these bytes were made or received here
    altered,    // carries the code of a paper of this register, but its bytes are others
    unknown     // neither
  };
  std::string file;
  Verdict verdict = Verdict::unknown;
  std::optional<Message> unreadable;  // why the file could not be read
  std::string sha256;
  std::set<std::string> codes;                  // as found in the file
  std::vector<registry::Paper> papers;          // unaltered: those bytes; altered: what the code belongs to
  std::vector<report::Submission> submissions;  // of the papers, and whose file as received it is
  std::vector<registry::Attachment>
      attachments;            // signatures beside these papers and reports, or the signature that it is
  bool as_signature = false;  // it is itself the file of `attachments`
  bool as_received = false;   // it is the file of `submissions`
};

[[nodiscard]] std::string_view verdict_name(VerifiedFile::Verdict verdict);  // "unaltered" …
[[nodiscard]] VerifiedFile verify_file(Engine& engine, const std::string& file);

}  // namespace esep::app

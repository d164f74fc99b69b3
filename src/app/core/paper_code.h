// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/language.h"
#include "registry/paper.h"
#include "report/submission.h"

namespace esep::app {

/// Short code of a paper on a submission: twelve characters in groups of four. It follows from the file, the form's
/// text, the revision, the kind, the language and `content_sha256` (PaperContent): of all that the paper says besides
/// the rows of the file. A code names one content: what the register learns later gives another one.
[[nodiscard]] std::string paper_code(const report::Submission& submission, registry::PaperKind kind, Lang lang,
                                     std::string_view content_sha256);
/// Collects what a paper says, text by text, for its code.
class PaperContent {
 public:
  PaperContent& add(std::string_view text);
  PaperContent& add(const std::vector<std::pair<std::string, std::string>>& texts);  // label, value
  [[nodiscard]] std::string sha256() { return hash_.finish_hex(); }

 private:
  Sha256 hash_;
};
/// The same from a hash in hexadecimal digits: "1A2B-3C4D-5E6F".
[[nodiscard]] std::string short_code(std::string_view hash);
/// A code as printed, from what a person types: in small letters, without dashes or with spaces, with Cyrillic letters
/// that look like the Latin ones («А», «В», «С», «Е»), with the letter O for the digit. A text that is no code comes
/// back trimmed.
[[nodiscard]] std::string typed_paper_code(std::string_view typed);
/// FORM_ORGANISATION_SUBJECT_STAGE_PERIOD for a file's name. Characters that are unsafe in a path become "_"; the name
/// then ends with some digits of the key's hash, so that two reports never share it.
[[nodiscard]] std::string report_file_stem(const report::ReportKey& key);

}  // namespace esep::app

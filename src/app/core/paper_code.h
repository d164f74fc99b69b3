// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "report/submission.h"

namespace esep::app {

/// Short code of a paper: of its content (file, rows), form text, revision and language. Twelve characters in groups of
/// four.
[[nodiscard]] std::string paper_code(const report::Submission& submission, std::string_view kind, Lang lang);
/// The same of a hash in hexadecimal digits: "1A2B-3C4D-5E6F".
[[nodiscard]] std::string short_code(std::string_view hash);
/// FORM_ORGANISATION_SUBJECT_STAGE_PERIOD for a file's name: what a path could stumble over becomes "_", and the name
/// then ends with some digits of the key's hash, so that no two reports share it.
[[nodiscard]] std::string report_file_stem(const report::ReportKey& key);

}  // namespace esep::app

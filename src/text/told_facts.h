// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace esep::text {

/// Label and value, in the order of the paper.
using LabelledFacts = std::vector<std::pair<std::string, std::string>>;
/// Field and value of one submission in an answer of `submit` or `show`: a null is "", a number its digits; findings
/// as "findings" (their count) and "findings.1.code" …
using SubmissionFacts = std::map<std::string, std::string>;

/// What a file says that Esep wrote about submissions.
struct ToldFacts {
  std::vector<SubmissionFacts> submissions;        // of an answer in JSON
  LabelledFacts facts;                             // of a receipt as JSON, HTML or CSV
  std::vector<std::vector<std::string>> findings;  // its table, row by row
};

/// nullopt: the bytes are neither. Whatever stands in them is data of somebody unknown.
[[nodiscard]] std::optional<ToldFacts> read_told_facts(std::string_view bytes);

}  // namespace esep::text

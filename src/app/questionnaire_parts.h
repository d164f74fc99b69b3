// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "report/checklist.h"

/// What the writer and the reader of a questionnaire agree on.
namespace esep::app::questionnaire {

inline constexpr const char* kHiddenSheet = "_checklist";
inline constexpr std::array<report::Conformity, 4> kConformities{
    report::Conformity::conforms, report::Conformity::partly, report::Conformity::does_not,
    report::Conformity::not_applicable};
/// Kinds of documents with their titles.
inline const std::vector<std::pair<std::string, const char*>> kDocumentKinds{
    {"normative_technical", "ASSESS-NORMATIVE"}, {"project_technical", "ASSESS-PROJECT"}};
/// Titles over the columns of the two sheets.
inline const std::vector<const char*> kQuestionTitles{"LETTER-ITEM",      "LETTER-QUESTION",
                                                      "LETTER-REFERENCE", "LETTER-ANSWER",
                                                      "LETTER-COMMENT",   "ASSESS-DOCUMENT-NUMBERS"};
inline const std::vector<const char*> kDocumentTitles{"LETTER-INDEX", "ASSESS-DOCUMENT-KIND",
                                                      "ASSESS-DOCUMENT-NAME", "ASSESS-DOCUMENT-DATE"};

}  // namespace esep::app::questionnaire

// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <utility>

#include "report/review/checklist.h"

/// Definitions that the writer and the reader of a questionnaire share.
namespace esep::app::questionnaire {

inline constexpr std::array<report::Conformity, 4> kConformities{
    report::Conformity::conforms, report::Conformity::partly, report::Conformity::does_not,
    report::Conformity::not_applicable};
/// Kinds of documents with their titles.
inline constexpr std::array<std::pair<const char*, const char*>, 2> kDocumentKinds{
    {{"normative_technical", "ASSESS-NORMATIVE"}, {"project_technical", "ASSESS-PROJECT"}}};
/// Titles over the columns of the two sheets.
inline constexpr std::array<const char*, 6> kQuestionTitles{
    "LETTER-ITEM", "LETTER-QUESTION", "LETTER-REFERENCE", "LETTER-ANSWER", "LETTER-COMMENT", "ASSESS-DOCUMENT-NUMBERS"};
inline constexpr std::array<const char*, 4> kDocumentTitles{"LETTER-INDEX", "ASSESS-DOCUMENT-KIND",
                                                            "ASSESS-DOCUMENT-NAME", "ASSESS-DOCUMENT-DATE"};

}  // namespace esep::app::questionnaire

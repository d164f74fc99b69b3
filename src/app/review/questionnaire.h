// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"
#include "report/review/checklist.h"

namespace esep::app {

/// The hidden sheet of a questionnaire: by it the workbook is known.
inline constexpr const char* kQuestionnaireSheet = "_checklist";

/// A checklist as a workbook to fill in: a sheet of questions with lists to choose from, a sheet for the examined
/// documents, and the hidden name of the checklist. `known`: answers so far.
[[nodiscard]] document::Document make_questionnaire(Engine& engine, const report::Checklist& checklist,
                                                    const std::vector<report::Answer>& known, Lang lang);

/// The contents of a filled questionnaire. Sheets, titles and answers may be in any language; a row without answer and
/// comment stays open.
struct Questionnaire {
  std::string file;  // the file of the answers, as findings name it
  std::vector<report::Answer> answers;
  report::Findings findings;
  struct Cells {
    std::string sheet;
    int row = 0;
    int answer_column = 0;
    int comment_column = 0;
  };
  std::map<std::string, Cells> cells;  // by item

  /// Adds the cells to findings on answers (`report::check_answers`).
  void locate(report::Findings& of) const;
};
/// ANSWER-SHEET (no table of questions), ANSWER-CHECKLIST (of another checklist), ANSWER-VALUE, ANSWER-DOCUMENT,
/// ANSWER-DOCUMENT-ROW, CELL-DATE and those of intake/.
[[nodiscard]] Questionnaire read_questionnaire(Engine& engine, const report::Checklist& checklist,
                                               const std::string& file, std::string bytes);

}  // namespace esep::app

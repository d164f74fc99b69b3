// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/language.h"
#include "calendar/date.h"
#include "datafile/library.h"
#include "report/finding.h"

/// Checklists for assessing documentation (data/checklists/*.toml), and the answers to them.
namespace esep::report {

struct ChecklistItem {
  std::string id;               // "UR-12"
  std::string official_number;  // number in the act, if an office knows it; may be empty
  std::string basis;            // "official": the reference stands in the act; "own": our question
  LocalText reference;  // «Цифрлық кодекстің 86-бабы 1-тармағының 3) тармақшасы»; may be empty for `own`
  LocalText question;
  bool conclusion = false;  // the overall conclusion, not a requirement
};

struct Checklist {
  std::string id;      // name of the file
  std::string sha256;  // of the file; pinned by assessments
  LocalText title;
  LocalText law;
  LocalText note;
  std::vector<ChecklistItem> items;
  [[nodiscard]] const ChecklistItem* item(std::string_view id) const;  // nullptr: none
  [[nodiscard]] const ChecklistItem* conclusion() const;               // nullptr: it asks for none
};

/// CHECKLIST-ITEM-TWICE, CHECKLIST-CONCLUSION-TWICE and the diagnostics of every file. `id` is the name of the file
/// without folder and ending.
[[nodiscard]] Checklist read_checklist(const datafile::LibraryFile& file, const std::string& id,
                                       Diagnostics& diagnostics);

enum class Conformity { conforms, partly, does_not, not_applicable };
[[nodiscard]] std::string_view conformity_name(Conformity conformity);
[[nodiscard]] std::optional<Conformity> conformity_from(std::string_view name);
[[nodiscard]] const std::vector<std::string>& conformity_names();
/// Whether the item may be answered so: an overall conclusion is never `not_applicable`.
[[nodiscard]] bool may_answer(const ChecklistItem& item, Conformity conformity);

/// A document that was examined.
struct AssessedDocument {
  std::string kind;  // "normative_technical" or "project_technical"
  std::string name;
  std::optional<calendar::Date> date;
  bool operator==(const AssessedDocument&) const = default;
};
/// One document per line, fields separated by tabs; and back.
[[nodiscard]] std::string documents_text(const std::vector<AssessedDocument>& documents);
[[nodiscard]] std::vector<AssessedDocument> documents_from(const std::string& text);

struct Answer {
  std::string item;
  Conformity conformity = Conformity::conforms;
  std::string comment;
  std::vector<AssessedDocument> documents;
  std::string user;  // who gave it; filled by the register
};

/// Answers from a TOML file (docs/review.md). Mistakes in the file's structure are diagnostics.
[[nodiscard]] std::vector<Answer> read_answers(const std::string& name, const std::string& text,
                                               Diagnostics& diagnostics);

/// Checks the answers: ANSWER-ITEM (unknown item), ANSWER-TWICE, ANSWER-COMMENT (comment missing, and the answer is not
/// `conforms`), ANSWER-CONCLUSION (an overall conclusion that is not one), ANSWER-CONCLUSION-DIFFERS (a warning: the
/// conclusion is `conforms`, but an item is not), ANSWER-ABSENT (a warning: no answer here or in `known`).
[[nodiscard]] Findings check_answers(const Checklist& checklist, const std::vector<Answer>& answers,
                                     const std::vector<Answer>& known, const std::string& file);

}  // namespace esep::report

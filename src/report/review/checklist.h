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

/// Checklists by which documentation is assessed (data/checklists/*.toml) and the answers to them.
namespace esep::report {

struct ChecklistItem {
  std::string id;               // "UR-12"
  std::string official_number;  // of the act behind it, once an office knows it; may be empty
  std::string basis;            // "official": the reference stands in the act; "own": our question
  LocalText reference;  // «Цифрлық кодекстің 86-бабы 1-тармағының 3) тармақшасы»; may be empty for `own`
  LocalText question;
};

struct Checklist {
  std::string id;      // name of the file
  std::string sha256;  // of the file; pinned by assessments
  LocalText title;
  LocalText law;
  LocalText note;
  std::vector<ChecklistItem> items;
  [[nodiscard]] const ChecklistItem* item(std::string_view id) const;  // nullptr: none
};

/// CHECKLIST-ITEM-TWICE and what every file can have. `id` is the name of the file without folder and ending.
[[nodiscard]] Checklist read_checklist(const datafile::LibraryFile& file, const std::string& id,
                                       Diagnostics& diagnostics);

enum class Conformity { conforms, partly, does_not, not_applicable };
[[nodiscard]] std::string_view conformity_name(Conformity conformity);
[[nodiscard]] std::optional<Conformity> conformity_from(std::string_view name);
[[nodiscard]] const std::vector<std::string>& conformity_names();

/// A document that was looked at.
struct AssessedDocument {
  std::string kind;  // "normative_technical" or "project_technical"
  std::string name;
  std::optional<calendar::Date> date;
  bool operator==(const AssessedDocument&) const = default;
};
/// One document per line, fields parted by tabs; and back.
[[nodiscard]] std::string documents_text(const std::vector<AssessedDocument>& documents);
[[nodiscard]] std::vector<AssessedDocument> documents_from(const std::string& text);

struct Answer {
  std::string item;
  Conformity conformity = Conformity::conforms;
  std::string comment;
  std::vector<AssessedDocument> documents;
  std::string user;  // who gave it; filled by the register
};

/// Answers from a TOML file (docs/review.md). What is wrong with the file's structure is a diagnostic.
[[nodiscard]] std::vector<Answer> read_answers(const std::string& name, const std::string& text,
                                               Diagnostics& diagnostics);

/// What is wrong with the answers: ANSWER-ITEM (unknown), ANSWER-TWICE, ANSWER-COMMENT (missing where it does not
/// plainly conform), ANSWER-ABSENT (an item without an answer that has none in `known` either, a warning).
[[nodiscard]] Findings check_answers(const Checklist& checklist, const std::vector<Answer>& answers,
                                     const std::vector<Answer>& known, const std::string& file);

}  // namespace esep::report

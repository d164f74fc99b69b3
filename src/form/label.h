// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/form_definition.h"

namespace esep::form {

/// A label as a received file is searched for it: case-folded, with plain spaces, «е» for «ё», without a colon or an
/// asterisk at its end.
[[nodiscard]] std::string label_form(std::string_view text);
/// Every label under which the value is found: its title in each language, and the titles that a wording file
/// corrected.
[[nodiscard]] std::vector<std::string> label_forms(const ValueSpec& spec);

/// The title as a sentence about a cell names it: of columns with one title in several groups with those of its groups.
[[nodiscard]] LocalText told_title(const FormDefinition& form, const ValueSpec& spec);

/// A title by which a workbook could not be read.
struct TitleProblem {
  const ValueSpec* of = nullptr;
  bool is_column = false;
  size_t index = 0;  // of the field or column
  /// Another field or column with the same label, or with this title as its id. nullptr: the title has a colon inside,
  /// and a reader of the file would take what follows it for the value.
  const ValueSpec* other = nullptr;
  std::string title;
};

/// Two fields, two columns of one header group, or a field and a column must not look the same; letters of the same
/// shape are one.
[[nodiscard]] std::vector<TitleProblem> title_problems(const FormDefinition& form);
/// FORM-TITLE-TWICE, FORM-TITLE-COLON, as it is said at `at`, which is one of the two; nullptr: at `of`.
[[nodiscard]] Message message_of(const TitleProblem& problem, const ValueSpec* at = nullptr);

}  // namespace esep::form

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

/// A title by which a workbook could not be read. `other`: the field or column that has the same label or this title
/// as its id; nullptr: the title has a colon inside, behind which a value would begin.
struct TitleProblem {
  const ValueSpec* of = nullptr;
  bool is_column = false;
  size_t index = 0;  // of the field or column
  const ValueSpec* other = nullptr;
  std::string title;
};

/// Two fields, two columns of one header group, or a field and a column must not look the same; letters of the same
/// shape are one.
[[nodiscard]] std::vector<TitleProblem> title_problems(const FormDefinition& form);
/// FORM-TITLE-TWICE, FORM-TITLE-COLON.
[[nodiscard]] Message message_of(const TitleProblem& problem);

}  // namespace esep::form

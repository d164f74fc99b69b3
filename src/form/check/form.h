// SPDX-License-Identifier: MIT
#pragma once

#include "form/check/file_problems.h"
#include "form/form_definition.h"
#include "form/ids_of.h"

/// Checks that need the whole form. Each problem is reported at its place in the file.
namespace esep::form {

/// All checks below. `root`: the form file's root table.
void check_form(const FormDefinition& form, const datafile::Node& root, Diagnostics& diagnostics);

/// FORM-DUPLICATE-ID, -NUMBER, -CODE, FORM-ADDITIVE (a stage that the form lacks), FORM-NO-COLUMNS, FORM-NIL-SENTENCE.
void check_unique(const FormDefinition& form, const FileProblems& problems);
/// FORM-TITLE-TWICE, FORM-TITLE-COLON: what reading by titles could not tell apart.
void check_titles(const FormDefinition& form, const FileProblems& problems);
/// FORM-GROUP, -CYCLE, -SPLIT, -EMPTY.
void check_groups(const FormDefinition& form, const FileProblems& problems);
/// FORM-FIXED-EMPTY, -VALUES, -SAME, FORM-GROUPED-HEAD, -LISTS, -COLUMN, FORM-ROWS-KEY, -SOURCE, -MIN-MAX,
/// FORM-PREFILLED, FORM-COMPOSED, FORM-COLUMN.
void check_rows(const FormDefinition& form, const FileProblems& problems);
/// What `sum_of` and `total_of` add up, and the codes of keys. FORM-COLUMN, FORM-FIELD, FORM-SUM-TYPE, -LEVEL, -CYCLE,
/// -TWICE, FORM-DUPLICATE-CODE, FORM-KEY-MESSAGE.
void check_keys(const FormDefinition& form, const FileProblems& problems);
/// The columns and fields that rules, signatures, obligations and examples name. FORM-COLUMN, FORM-FIELD, FORM-PLACE,
/// FORM-STAGE, FORM-EXAMPLE-SUBJECT, FORM-OBLIGATION-PERIOD, -STAGE, -NO-STAGE, -DONE, -SUBJECT.
void check_references(const FormDefinition& form, const FileProblems& problems);

}  // namespace esep::form

// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/due_rule.h"
#include "form/value_spec.h"

namespace esep::form {

/// The meaning of a register column. The engine knows columns only by these roles, not by name.
enum class RegisterRole {
  none,
  key,
  organisation,
  title,
  live_from,
  live_to,
  window_to,  // last day of a window that an event opens, if it is later than the term
  kind,
  subject,          // key of the row of another register that the row belongs to
  posted_on,        // the day of publication
  withdrawn_on,     // the day on which its author took it back
  decision,         // choice: accepted, refused
  decision_ground,  // choice: on which of the law's grounds it was refused
  decision_reason,  //
  decided_on,       //
  answer,           // choice: accepted, refused
  answer_reason,    //
  answered_on,
  provenance  // where the row was taken from: for machines and auditors, no list for people shows it
};

struct RegisterColumn : ValueSpec {
  RegisterRole role = RegisterRole::none;
  std::optional<Lang> lang;            // of a title column that exists in several languages
  std::string of;                      // role subject: the other register
  std::vector<std::string> refers_to;  // registers; the value names a row of one of them
  std::string follows;  // a column of which this one is another form, as the akimat's name of the region's
  std::string event;    // of a date: the day is that of this event, unless another one is recorded
};

/// A check of imported rows. `query` (docs/queries.md) reads the register as it would be after the import and gives one
/// row for each mistake: the `_key` of the register's row and the columns that the message names in {braces}. Rows that
/// a check with `counted = false` names stay in the register, but no form and no summary reads them (docs/queries.md).
/// What a check with `on_paper` says of a row of the document is printed on the report that the register composes on
/// it.
struct RegisterCheck {
  std::string code;
  Severity severity = Severity::error;
  bool counted = true;
  bool on_paper = false;
  std::string column;  // the finding's column; empty: the row
  std::string query;
  LocalText message;
  LocalText law;
};

/// A register of subjects or organisations: data/registers/*.toml. The register of organisations is the one with
/// `organisations = true`; its built-in rows come from `rows_file`.
struct RegisterDefinition {
  std::string id;
  std::string file;
  LocalText title;
  bool is_organisations = false;
  std::string rows_file;                          // "data/organisations.csv"; may be empty
  std::optional<calendar::DueRule> decision_due;  // counted from `posted_on`
  LocalText decision_law;
  LocalText answer_law;  // empty: the law of the discussion in which the answer is due
  std::vector<RegisterColumn> columns;
  std::vector<std::string> key;  // columns that form a row's key, separated by "/"; empty: the column with that role
  std::vector<RegisterCheck> checks;

  /// The first column with the role; among titles the one of `lang` if there is one. nullptr: none.
  [[nodiscard]] const RegisterColumn* by_role(RegisterRole role, Lang lang = Lang::kk) const;
  [[nodiscard]] const RegisterColumn* column(std::string_view id) const;
};

}  // namespace esep::form

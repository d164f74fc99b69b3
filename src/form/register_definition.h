// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/due_rule.h"
#include "form/value_spec.h"

namespace esep::form {

/// What a register column means to the engine, which knows no column by name.
enum class RegisterRole {
  none,
  key,
  organisation,
  title,
  live_from,
  live_to,
  window_to,  // last day of what an event opens, where it is later than the term
  kind,
  subject,          // key of the row of another register that the row belongs to
  posted_on,        // the day on which it was made public
  decision,         // choice: accepted, refused
  decision_reason,  //
  decided_on,       //
  answer,           // choice: accepted, refused
  answer_reason,    //
  answered_on
};

struct RegisterColumn : ValueSpec {
  RegisterRole role = RegisterRole::none;
  std::optional<Lang> lang;            // of a title column that exists in several languages
  std::string of;                      // role subject: the other register
  std::vector<std::string> refers_to;  // registers, of one of which it names a row
};

/// What is wrong with rows that are imported: `query` (docs/queries.md) reads the register as it would be afterwards
/// and gives one row for each mistake, with the `_key` of the register's row and whatever the message says in {braces}.
struct RegisterCheck {
  std::string code;
  Severity severity = Severity::error;
  std::string column;  // at which a finding points; empty: the row
  std::string query;
  LocalText message;
  LocalText law;
};

/// A register: who or what is reported on. data/registers/*.toml. The register of organisations is the one with
/// `organisations = true`; its built-in rows come from `rows_file`.
struct RegisterDefinition {
  std::string id;
  std::string file;
  LocalText title;
  bool is_organisations = false;
  std::string rows_file;                          // "data/organisations.csv"; may be empty
  std::optional<calendar::DueRule> decision_due;  // counted from `posted_on`
  LocalText decision_law;
  LocalText answer_law;  // empty: that of the discussion within which the answer is due
  std::vector<RegisterColumn> columns;
  std::vector<std::string> key;  // columns whose values, parted by "/", are a row's key; else the one with that role
  std::vector<RegisterCheck> checks;

  /// First column with the role; for titles the one of `lang` is preferred. nullptr: none.
  [[nodiscard]] const RegisterColumn* by_role(RegisterRole role, Lang lang = Lang::kk) const;
  [[nodiscard]] const RegisterColumn* column(std::string_view id) const;
};

}  // namespace esep::form

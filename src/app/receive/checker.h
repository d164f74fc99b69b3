// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/row_names.h"
#include "app/query/queries.h"
#include "app/receive/named_columns.h"
#include "app/receive/opened_file.h"
#include "report/duty/duty.h"
#include "report/read/plausible.h"
#include "report/read/validate.h"

namespace esep::app {

/// The caller's facts about the files. They must agree with the files' own facts and replace missing
/// ones.
struct Incoming {
  std::string form, organisation, subject, period, stage;  // empty: as the file says
  std::optional<int> occurrence;
  calendar::LocalTime received;               // time of receipt; from the clock of cli/ unless given
  std::optional<calendar::LocalTime> latest;  // latest possible receipt; cli/ sets it for a bare day; absent: now
  std::string incoming_number;
};

/// One file, read and checked.
struct CheckedFile : OpenedFile {
  const form::FormDefinition* form = nullptr;  // nullptr: not a known form
  report::ReportKey key;
  /// The same as the file says it: where nothing but the caller's facts make the key, what the heading shows.
  report::ReportKey said;
  bool names_itself = false;  // the file says which report it is
  report::CheckedReport report;
  std::optional<report::Duty> duty;         // the duty of the report; absent: no obligation
  std::map<std::string, form::Value> head;  // all heading fields, including those that the engine fills in
};

/// Reads and checks files. It keeps the prepared rules of each form edition. `last_rows()` are the rows of the last
/// checked file, until the next check.
class Checker {
 public:
  /// Throws datafile::DataInvalid if data/plausible.toml or data/named_columns.toml is wrong.
  Checker(Engine& engine, Incoming incoming);

  [[nodiscard]] CheckedFile check(OpenedFile opened);
  [[nodiscard]] std::unique_ptr<table::RowReader> last_rows() const;
  [[nodiscard]] Queries& queries() { return queries_; }
  /// Only the key of an opened file; nullopt if the file does not give it.
  [[nodiscard]] std::optional<report::ReportKey> peek_key(const OpenedFile& opened);

 private:
  void identify(CheckedFile& out);
  [[nodiscard]] bool resolve_form(CheckedFile& out, const std::optional<form::WorkbookIdentity>& identity);
  void resolve_key(CheckedFile& out, const std::optional<form::WorkbookIdentity>& identity);
  void check_parties(CheckedFile& out);
  void find_duty(CheckedFile& out);
  void compare_identity(CheckedFile& out);
  [[nodiscard]] table::RuleRunner& runner(const form::FormDefinition& form);

  Engine& engine_;
  Queries queries_;
  Incoming incoming_;
  std::vector<NamedColumn> named_;
  NameBook names_;
  std::optional<report::PlausibleLimits> plausible_;  // absent: the data sets none
  std::map<const form::FormDefinition*, table::RuleRunner> runners_;
  table::RuleRunner* last_ = nullptr;
  std::map<report::ReportKey, std::vector<report::Duty>> duties_;  // by key; organisation and subject are blank
};

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/row_names.h"
#include "app/query/queries.h"
#include "app/receive/heading_words.h"
#include "app/receive/named_columns.h"
#include "app/receive/opened_file.h"
#include "report/duty/duty.h"
#include "report/read/plausible.h"
#include "report/read/table_words.h"
#include "report/read/validate.h"

namespace esep::app {

/// What the caller says of the files. It stands in for what a file does not say of itself. Where both speak and differ,
/// the file has an error (key_agreement.h).
struct Incoming {
  std::string form, organisation, subject, period, stage;  // empty: as the file says
  std::optional<int> occurrence;                           // absent: as the file says; else it replaces that
  calendar::LocalTime received;                            // time of receipt
  bool received_said = false;                              // a person said that time; else it is now
  /// `received` may not be later than this. The caller sets it to the end of today where a person named a day without a
  /// time. Absent: the actor's time.
  std::optional<calendar::LocalTime> latest;
  std::string incoming_number;  // of the office; may be empty
};

/// One file, read and checked.
struct CheckedFile : OpenedFile {
  const form::FormDefinition* form = nullptr;  // nullptr: not a known form
  report::ReportKey key;                       // what is known of it
  /// Whose report a person is told that this is: the key, but in place of what the caller said alone that which the
  /// heading shows.
  report::ReportKey said;
  bool names_itself = false;  // its hidden sheet, or the keys of a JSON file, name the organisation
  report::CheckedReport report;
  std::optional<report::Duty> duty;         // the duty of the report; absent: no obligation
  std::map<std::string, form::Value> head;  // all heading fields, including those that the engine fills in
};

/// Reads and checks files. It keeps the prepared rules of each form edition.
class Checker {
 public:
  /// Throws datafile::DataInvalid if data/plausible.toml, data/heading_words.toml, data/table_words.toml or
  /// data/named_columns.toml is wrong.
  Checker(Engine& engine, Incoming incoming);

  [[nodiscard]] CheckedFile check(OpenedFile opened);
  /// The rows of the last checked file, until the next check. Only where its report was read
  /// (`CheckedFile::report.readable`).
  [[nodiscard]] std::unique_ptr<table::RowReader> last_rows() const;
  [[nodiscard]] Queries& queries() { return queries_; }
  /// The key of an opened file, which is not checked otherwise; nullopt: the file and the caller do not give a whole
  /// one, or a wrong one.
  [[nodiscard]] std::optional<report::ReportKey> peek_key(const OpenedFile& opened);

 private:
  void identify(CheckedFile& out);
  [[nodiscard]] bool resolve_form(CheckedFile& out, const std::optional<form::WorkbookIdentity>& identity);
  bool refuse_composed(CheckedFile& out);
  void resolve_key(CheckedFile& out, const std::optional<form::WorkbookIdentity>& identity);
  void check_parties(CheckedFile& out);
  /// The problem of a party of the key, with the row that was probably meant.
  [[nodiscard]] Message meant(const CheckedFile& out, Message problem);
  void find_duty(CheckedFile& out);
  void compare_identity(CheckedFile& out);
  void compare_days(CheckedFile& out);
  void compare_before(CheckedFile& out);
  [[nodiscard]] table::RuleRunner& runner(const form::FormDefinition& form);

  Engine& engine_;
  Queries queries_;
  Incoming incoming_;
  std::vector<NamedColumn> named_;
  HeadingWords heading_words_;
  NameBook names_;
  std::optional<report::PlausibleLimits> plausible_;  // absent: the data sets none
  report::ProgramSheets program_sheets_;
  report::TableWords table_words_;
  std::map<const form::FormDefinition*, table::RuleRunner> runners_;
  table::RuleRunner* last_ = nullptr;
  std::map<report::ReportKey, std::vector<report::Duty>> duties_;  // by key; organisation and subject are blank
};

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/query/queries.h"
#include "app/receive/opened_file.h"
#include "report/duty/duty.h"
#include "report/read/validate.h"

namespace esep::app {

/// What the caller knows about the files: it must agree with what they say of themselves, and stands in where they say
/// nothing.
struct Incoming {
  std::string form, edition, organisation, subject, period, stage;  // empty: as the file says
  std::optional<int> occurrence;
  calendar::LocalTime received;               // when it came in; from the clock of cli/ unless given
  std::optional<calendar::LocalTime> latest;  // the last minute at which it can have come in; absent: now
  std::string incoming_number;
};

/// One file, read and judged.
struct CheckedFile : OpenedFile {
  const form::FormDefinition* form = nullptr;  // nullptr: no form of ours
  report::ReportKey key;
  report::CheckedReport report;
  std::optional<report::Duty> duty;         // what it answers to; absent: no obligation
  std::map<std::string, form::Value> head;  // all heading fields, those of the engine too
  bool locked = false;
};

/// Reads and judges files. Keeps the prepared rules of each form edition. `last_rows()` are the rows of the file
/// checked last; they are gone with the next.
class Checker {
 public:
  Checker(Engine& engine, Incoming incoming) : engine_(engine), queries_(engine), incoming_(std::move(incoming)) {}

  [[nodiscard]] CheckedFile check(OpenedFile opened);
  [[nodiscard]] std::unique_ptr<table::RowReader> last_rows() const;
  [[nodiscard]] Queries& queries() { return queries_; }
  /// The key only, of a file that was opened or glanced at; nullopt where it does not tell.
  [[nodiscard]] std::optional<report::ReportKey> peek_key(const OpenedFile& opened);

 private:
  void identify(CheckedFile& out);
  [[nodiscard]] bool resolve_form(CheckedFile& out, const std::optional<form::WorkbookIdentity>& identity);
  void resolve_key(CheckedFile& out, const std::optional<form::WorkbookIdentity>& identity);
  void check_parties(CheckedFile& out);
  void find_duty(CheckedFile& out);
  [[nodiscard]] table::RuleRunner& runner(const form::FormDefinition& form);

  Engine& engine_;
  Queries queries_;
  Incoming incoming_;
  std::map<const form::FormDefinition*, table::RuleRunner> runners_;
  table::RuleRunner* last_ = nullptr;
  std::map<report::ReportKey, std::vector<report::Duty>> duties_;  // of everybody, by form, stage and period
};

}  // namespace esep::app

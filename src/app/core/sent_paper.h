// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>

#include "app/core/engine.h"
#include "registry/review_records.h"
#include "report/deed.h"

/// What stands behind the paper of a report that is made of other reports (RM-3, TG-6): the reports on the forms that
/// its queries read.
namespace esep::app {

/// Whether a query of the form's rows or fields names the table: that of a form, or of a register.
[[nodiscard]] bool reads(const form::FormDefinition& composed, const std::string& table);

/// How far those reports were there when the composed report was made, as it says itself on each page.
struct Completeness {
  std::optional<calendar::Date> term;  // the last day of their term; nullopt: they have none
  int missing = 0;                     // owed for the period, not there and not excused
  int returned = 0;                    // in it, but returned by then
};
[[nodiscard]] Completeness completeness_of(Engine& engine, const report::Submission& composed);

/// What a composed report has to say of the reports that it would be made of now, besides those that are missing:
/// SOURCE-RETURNED for each that was returned and is not corrected, SOURCES-EXCUSED with the bodies that are excused
/// and have not reported. Warnings, without a place in a file. `on`: the day of composing.
[[nodiscard]] report::Findings source_marks(Engine& engine, const form::FormDefinition& composed,
                                            const report::ReportKey& key, calendar::Date on);
/// The codes of these.
[[nodiscard]] const std::set<std::string>& source_mark_codes();

/// What happened since to the reports that it contains, and which reports of the period, or on the subject, came, in
/// order of the days. Empty too for a report that is made of no others.
[[nodiscard]] std::vector<report::PaperChange> changes_since(Engine& engine, const report::Submission& composed);

/// The same of many composed reports: the register is asked once for each form that they read. The engine must outlive
/// it.
class PaperSources {
 public:
  enum class Of { one, many };
  PaperSources(Engine& engine, Of of) : engine_(engine), of_(of) {}
  [[nodiscard]] std::vector<report::PaperChange> changes_since(const report::Submission& composed);

  /// The forms that the queries of a form read.
  [[nodiscard]] const std::vector<std::string>& forms_of(const form::FormDefinition& composed);
  /// A report on a period is made of the reports of all bodies until then, a report on a subject of all reports on it.
  [[nodiscard]] std::vector<const report::Submission*> reports_in(const report::Submission& composed,
                                                                  const std::vector<std::string>& forms);
  /// What was done to a report, in the order of the history.
  [[nodiscard]] const std::vector<registry::StepTaken>& steps_of(const report::Submission& submission);

 private:
  Engine& engine_;
  Of of_;
  std::map<const form::FormDefinition*, std::vector<std::string>> forms_;
  std::map<std::string, std::vector<report::Submission>> reports_;  // by form
  std::map<int64_t, std::vector<registry::StepTaken>> steps_;       // by submission
  std::map<std::string, bool> steps_read_;                          // by form; only of many
};

/// How a delivered revision stands. `in_force`: that of the same report; nullptr: none is.
[[nodiscard]] report::DeliveredRevision delivered_revision(const report::Submission& delivered,
                                                           const report::Submission* in_force);

/// Fills in what a record does not say by itself: of a dispatch `before_term`, `changes`, the count of an earlier
/// program; of each how the revision that was sent or delivered stands now.
void complete_delivery(Engine& engine, report::Delivery& delivery);

}  // namespace esep::app

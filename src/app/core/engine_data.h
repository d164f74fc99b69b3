// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "calendar/working_days.h"
#include "datafile/library.h"
#include "datafile/message_catalogue.h"
#include "form/form_catalog.h"
#include "form/summary_catalog.h"
#include "report/review/workflow.h"

namespace esep::app {

/// What is read of data files alone, without a register: each part on first use, then kept. Engines of one workspace
/// may share it, also from several threads: what was read is not changed. A file that changes later is not read again.
class EngineData {
 public:
  /// `workspace`: its files stand before those of `library` with the same names. std::nullopt: there is none.
  EngineData(datafile::Library library, const std::optional<std::filesystem::path>& workspace);

  [[nodiscard]] const datafile::Library& library() const { return library_; }
  /// Without the workspace's files.
  [[nodiscard]] const datafile::Library& shipped() const { return shipped_; }
  /// Error DataInvalid if a file is wrong; all others have the same.
  [[nodiscard]] const datafile::MessageCatalogue& messages();
  /// The forms of the library, those that only a register keeps not among them.
  [[nodiscard]] std::shared_ptr<const form::FormCatalog> forms();
  [[nodiscard]] const form::SummaryCatalog& summaries();
  [[nodiscard]] const calendar::WorkingDays& working_days();
  /// Steps, states, roles and rights.
  [[nodiscard]] const report::Workflow& workflow();
  /// Warnings about the calendar's files (CALENDAR-FEW-DAYS and the like).
  [[nodiscard]] const Diagnostics& calendar_warnings();

 private:
  void read_calendar();

  datafile::Library shipped_;
  datafile::Library library_;
  std::recursive_mutex reading_;
  std::unique_ptr<const datafile::MessageCatalogue> messages_;
  std::shared_ptr<const form::FormCatalog> forms_;
  std::unique_ptr<const form::SummaryCatalog> summaries_;
  std::unique_ptr<const calendar::WorkingDays> working_days_;
  Diagnostics calendar_warnings_;
  std::optional<const report::Workflow> workflow_;
};

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "accounts/account_names.h"
#include "app/core/engine_data.h"
#include "app/core/report_forms.h"
#include "app/core/settings.h"
#include "base/error.h"
#include "registry/registry.h"

namespace esep::app {

class EventTitles;
class LawWords;

/// Data, calendar and, with a workspace, the register. Parts are loaded on first use, so that `esep --version` reads
/// nothing. Without a workspace there are only the embedded data, and `registry()` is an Error WORKSPACE-NEEDED.
class Engine {
 public:
  explicit Engine(std::optional<std::filesystem::path> workspace);
  /// Data from a folder instead of the embedded ones.
  Engine(datafile::Library library, std::optional<std::filesystem::path> workspace);
  /// With what other engines of the same workspace have read: for a program that opens it again and again.
  Engine(std::shared_ptr<EngineData> data, std::optional<std::filesystem::path> workspace);

  [[nodiscard]] bool has_workspace() const { return workspace_.has_value(); }
  /// Error WORKSPACE-NEEDED.
  void require_workspace() const;
  [[nodiscard]] const std::filesystem::path& workspace() const { return *workspace_; }
  [[nodiscard]] const datafile::Library& library() const { return data_->library(); }
  /// The library without the workspace's files.
  [[nodiscard]] const datafile::Library& shipped() const { return data_->shipped(); }
  [[nodiscard]] const datafile::MessageCatalogue& messages() { return data_->messages(); }
  /// With the editions that only the register keeps.
  [[nodiscard]] const form::FormCatalog& catalog();
  [[nodiscard]] const calendar::WorkingDays& calendar() { return data_->working_days(); }
  /// Warnings about the calendar's files (CALENDAR-FEW-DAYS and the like); mistakes in them are an Error.
  [[nodiscard]] const Diagnostics& calendar_warnings() { return data_->calendar_warnings(); }
  [[nodiscard]] const Settings& settings();
  [[nodiscard]] const form::SummaryCatalog& summaries() { return data_->summaries(); }
  /// Who may do what: by WS/accounts.db, where it has accounts, else by `[users]` of WS/esep.toml.
  [[nodiscard]] const report::Users& users();
  /// The persons behind logins, by the same file; without it, or without a workspace, nobody has a name.
  [[nodiscard]] const accounts::AccountNames& account_names();
  [[nodiscard]] const report::Workflow& workflow() { return data_->workflow(); }
  /// app/core/law_words.h. Error DataInvalid if their file is wrong.
  [[nodiscard]] const LawWords& law_words();
  /// app/core/event_titles.h.
  [[nodiscard]] const EventTitles& event_titles();
  [[nodiscard]] registry::Registry& registry();
  /// Opens the register, migrated where it is of an earlier program. Error WORKSPACE-NEEDED, REGISTRY-MISSING,
  /// REGISTRY-NEWER, REGISTRY-FOREIGN, REGISTRY-NETWORK; `registry` has the same.
  void open_register();
  /// What an error of SQLite was about where another register took the place of the opened one meanwhile: Error
  /// REGISTRY-REPLACED. Else the error itself.
  [[nodiscard]] Error explained(const Error& error);

  /// The form by which a registered report was read (ReportForms::find). nullptr: nobody can say.
  [[nodiscard]] const form::FormDefinition* find_form_of(const report::Submission& submission);
  /// The same. Error FORM-TEXT-LOST.
  [[nodiscard]] const form::FormDefinition& form_of(const report::Submission& submission);
  [[nodiscard]] ReportForms& report_forms();

  /// Rows of a register: the workspace's, or the shipped ones without a workspace.
  [[nodiscard]] const std::vector<report::RegisterRow>& rows(std::string_view register_id);
  [[nodiscard]] report::RegisterRows rows_source();
  /// nullptr: there is no such row.
  [[nodiscard]] const report::RegisterRow* row(std::string_view register_id, std::string_view key);
  /// Duties from the engine's data and, with a workspace, its events.
  [[nodiscard]] std::vector<report::Duty> duties(const report::DutyFilter& filter);
  /// Forgets the register rows; the next call reads them again. References from `rows` and pointers from `row` become
  /// invalid.
  void forget_rows() { rows_.clear(); }

  /// The sentence of `message` in kk, ru and en.
  [[nodiscard]] LocalText render_all(const Message& message) { return messages().render_all(message); }

 private:
  std::shared_ptr<EngineData> data_;
  std::optional<std::filesystem::path> workspace_;
  std::optional<ReportForms> report_forms_;
  std::shared_ptr<const form::FormCatalog> catalog_;
  std::optional<Settings> settings_;
  std::optional<report::Users> users_;
  std::optional<accounts::AccountNames> account_names_;
  std::shared_ptr<const LawWords> law_words_;
  std::shared_ptr<const EventTitles> event_titles_;
  std::unique_ptr<registry::Registry> registry_;
  std::map<std::string, std::vector<report::RegisterRow>, std::less<>> rows_;
};

}  // namespace esep::app

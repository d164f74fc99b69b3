// SPDX-License-Identifier: MIT
#include "app/core/engine.h"

#include <algorithm>

#include "accounts/account_users.h"
#include "app/core/shipped_rows.h"
#include "app/core/taken_codes.h"
#include "app/core/workspace.h"
#include "base/error.h"
#include "base/file.h"

namespace esep::app {

Engine::Engine(std::optional<std::filesystem::path> workspace) : Engine(datafile::Library(), std::move(workspace)) {}

Engine::Engine(datafile::Library library, std::optional<std::filesystem::path> workspace)
    : Engine(std::make_shared<EngineData>(std::move(library), workspace), workspace) {}

Engine::Engine(std::shared_ptr<EngineData> data, std::optional<std::filesystem::path> workspace)
    : data_(std::move(data)), workspace_(std::move(workspace)) {}

const form::FormCatalog& Engine::catalog() {
  if (catalog_) return *catalog_;
  auto read = report_forms().complete(library(), data_->forms());
  refuse_taken_codes(library(), messages(), *read);
  catalog_ = std::move(read);
  return *catalog_;
}

ReportForms& Engine::report_forms() {
  if (!report_forms_) report_forms_.emplace(workspace_ ? *workspace_ / "esep.db" : std::filesystem::path());
  return *report_forms_;
}

const form::FormDefinition* Engine::find_form_of(const report::Submission& submission) {
  return report_forms().find(catalog(), registry(), submission);
}

const form::FormDefinition& Engine::form_of(const report::Submission& submission) {
  const auto* out = find_form_of(submission);
  if (out == nullptr) refuse_lost_form(submission.key.form, submission.contents.edition);
  return *out;
}

const Settings& Engine::settings() {
  if (settings_) return *settings_;
  const auto file = workspace_.value_or(std::filesystem::path()) / "esep.toml";
  const bool there = workspace_ && std::filesystem::exists(file);
  settings_ = there ? read_settings(file.string(), read_file(file, datafile::kMostTomlBytes)) : Settings();
  return *settings_;
}

const report::Users& Engine::users() {
  if (users_) return *users_;
  users_ = workspace_ ? accounts::account_users(accounts_file(*workspace_)) : std::nullopt;
  if (!*users_) users_ = settings().users;
  return *users_;
}

const accounts::AccountNames& Engine::account_names() {
  if (!account_names_) account_names_.emplace(workspace_ ? accounts_file(*workspace_) : std::filesystem::path());
  return *account_names_;
}

void Engine::require_workspace() const {
  if (!workspace_) throw Error("WORKSPACE-NEEDED", "WORKSPACE-NEEDED-HINT");
}

registry::Registry& Engine::registry() {
  open_register();
  return *registry_;
}

void Engine::open_register() {
  require_workspace();
  if (registry_) return;
  registry_ = std::make_unique<registry::Registry>(registry::Registry::open(*workspace_ / "esep.db"));
  registry_->set_latest_decides([this](const std::string& id) {
    const auto& all = catalog().obligations();
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id && !one.done_on.empty(); });
  });
}

Error Engine::explained(const Error& error) {
  if (!registry_ || !error.message().key.starts_with("SQLITE-") || !registry_->is_replaced()) return error;
  return Error(Message("REGISTRY-REPLACED", {{"file", (*workspace_ / "esep.db").string()}}),
               Message("REGISTRY-REPLACED-HINT"));
}

const std::vector<report::RegisterRow>& Engine::rows(std::string_view register_id) {
  if (const auto found = rows_.find(register_id); found != rows_.end()) return found->second;
  const auto& definition = catalog().register_by_id(register_id);
  auto rows = workspace_ ? registry().rows(definition) : shipped_rows(library(), messages(), definition);
  return rows_.emplace(std::string(register_id), std::move(rows)).first->second;
}

report::RegisterRows Engine::rows_source() {
  return [this](std::string_view id) -> const std::vector<report::RegisterRow>& { return rows(id); };
}

std::vector<report::Duty> Engine::duties(const report::DutyFilter& filter) {
  std::vector<report::Event> events;
  if (has_workspace()) events = registry().events();
  return report::list_duties(catalog(), rows_source(), events, calendar(), filter);
}

const report::RegisterRow* Engine::row(std::string_view register_id, std::string_view key) {
  const auto& all = rows(register_id);
  const auto at = std::lower_bound(all.begin(), all.end(), key,
                                   [](const report::RegisterRow& row, std::string_view k) { return row.key < k; });
  return at != all.end() && at->key == key ? &*at : nullptr;
}

}  // namespace esep::app

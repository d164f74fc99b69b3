// SPDX-License-Identifier: MIT
#include "app/core/engine_data.h"

#include "datafile/data_invalid.h"

namespace esep::app {

EngineData::EngineData(datafile::Library library, const std::optional<std::filesystem::path>& workspace)
    : shipped_(std::move(library)), library_(shipped_) {
  if (workspace) library_.add_overlay(*workspace);
}

const datafile::MessageCatalogue& EngineData::messages() {
  const std::scoped_lock lock(reading_);
  if (!messages_) messages_ = std::make_unique<datafile::MessageCatalogue>(library_);
  return *messages_;
}

std::shared_ptr<const form::FormCatalog> EngineData::forms() {
  const std::scoped_lock lock(reading_);
  if (!forms_) forms_ = std::make_shared<form::FormCatalog>(library_);
  return forms_;
}

const form::SummaryCatalog& EngineData::summaries() {
  const std::scoped_lock lock(reading_);
  if (!summaries_) summaries_ = std::make_unique<form::SummaryCatalog>(library_);
  return *summaries_;
}

void EngineData::read_calendar() {
  const std::scoped_lock lock(reading_);
  if (working_days_) return;
  Diagnostics diagnostics;
  auto loaded = calendar::WorkingDays::load(library_, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  working_days_ = std::make_unique<calendar::WorkingDays>(std::move(loaded));
  calendar_warnings_ = std::move(diagnostics);
}

const calendar::WorkingDays& EngineData::working_days() {
  read_calendar();
  return *working_days_;
}

const Diagnostics& EngineData::calendar_warnings() {
  read_calendar();
  return calendar_warnings_;
}

const report::Workflow& EngineData::workflow() {
  const std::scoped_lock lock(reading_);
  if (workflow_) return *workflow_;
  Diagnostics diagnostics;
  auto read = report::read_workflow(library_.get("data/workflow.toml"), diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return workflow_.emplace(std::move(read));
}

}  // namespace esep::app

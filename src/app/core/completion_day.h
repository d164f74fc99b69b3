// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>

#include "app/core/engine.h"
#include "report/submission.h"

/// The day on which a thing was done, where an obligation counts by it and not by the receipt (`done_on`).
namespace esep::app {

/// The heading field that names the day; nullptr: the receipt decides.
[[nodiscard]] const form::Field* completion_field(const form::FormDefinition& form, const std::string& obligation);
[[nodiscard]] const form::Field* completion_field(Engine& engine, const report::Submission& submission);
/// In the newest edition that has the field.
[[nodiscard]] const form::Field* completion_field(Engine& engine, const form::Obligation& obligation);

/// The day that a heading names there; nullopt: it names none, or the receipt decides.
[[nodiscard]] std::optional<calendar::Date> completion_day(const form::Obligation& obligation,
                                                           const std::map<std::string, form::Value>& heading);
/// The same of a registered report.
[[nodiscard]] std::optional<calendar::Date> completion_day(Engine& engine, const report::Submission& submission);

/// The same of many registered reports: the register is asked once for each field. The engine must outlive it.
class CompletionDays {
 public:
  explicit CompletionDays(Engine& engine) : engine_(engine) {}
  [[nodiscard]] std::optional<calendar::Date> of(const report::Submission& submission);

 private:
  Engine& engine_;
  std::map<std::pair<std::string, std::string>, std::map<int64_t, std::string>> values_;  // by form and field
};

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/core/engine.h"
#include "report/deed.h"

namespace esep::app {

/// Who owes what by the rows of registers, which need not be those that the workspace holds. Each obligation is listed
/// once for each period that is asked about. The engine must outlive it.
class OwedDuties {
 public:
  /// `rows`: the registers.
  OwedDuties(Engine& engine, report::RegisterRows rows);
  /// By the workspace's own registers.
  explicit OwedDuties(Engine& engine) : OwedDuties(engine, engine.rows_source()) {}

  /// Somebody owes the report with this key. What lies beyond the calendar is not owed, as in `status`.
  [[nodiscard]] bool owes(const report::ReportKey& key) { return find(key) != nullptr; }
  /// The duty that was done is somebody's.
  [[nodiscard]] bool owes(const report::Deed& deed) { return find(deed) != nullptr; }
  /// The duty itself; nullptr: nobody has it. It lives as long as this object.
  [[nodiscard]] const report::Duty* find(const report::ReportKey& key);
  [[nodiscard]] const report::Duty* find(const report::Deed& deed);
  /// The event, or the record that it does not come, counts for a term of somebody.
  [[nodiscard]] bool starts_a_term(const report::Event& event);

 private:
  const std::vector<report::Duty>& duties(const std::string& obligation, const std::string& period);
  [[nodiscard]] const report::Duty* find(const form::Obligation& obligation, const report::ReportKey& key);

  Engine& engine_;
  report::RegisterRows rows_;
  std::vector<report::Event> events_;
  std::map<std::pair<std::string, std::string>, std::vector<report::Duty>> listed_;  // in the order of keys
};

}  // namespace esep::app

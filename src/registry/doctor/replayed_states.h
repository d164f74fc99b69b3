// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registry/history.h"
#include "report/report_key.h"
#include "report/submission.h"

namespace esep::registry {

/// The states of all submissions, worked out again from the history: it takes the entries one after the other. The
/// table must say the same in the end.
class ReplayedStates {
 public:
  void take(const HistoryEntry& entry);
  /// nullopt: no entry submitted it.
  [[nodiscard]] std::optional<report::State> state(int64_t submission) const;

 private:
  struct One {
    std::string report;  // the key of its report
    int revision = 0;
    report::State state = report::State::received;
  };
  void submitted(int64_t id, const std::string& details);
  void withdrawn(One& one, const std::string& details);

  std::map<int64_t, One> all_;
  std::map<std::string, std::vector<int64_t>> revisions_;  // accepted ones, by report
};

}  // namespace esep::registry

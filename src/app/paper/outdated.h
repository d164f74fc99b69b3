// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/core/standings.h"
#include "app/query/queries.h"

namespace esep::app {

/// Which composed reports would be others today, because the rows changed from which they are made: a proposal was
/// taken back, answered, or came later, a body was renamed. Reports that came, changed or went since are named by
/// app/core/sent_paper.h. The data are read once; the engine must outlive it.
class Outdated {
 public:
  explicit Outdated(Engine& engine) : engine_(engine), standings_(engine), queries_(engine) {}

  /// DATA-CHANGED, or DATA-CHANGED-ROWS with the rows; of a report whose paper was sent DATA-CHANGED-SENT or
  /// DATA-CHANGED-ROWS-SENT, for what was sent stays sent. nullopt: the report is not composed, not in force, as it
  /// would be today, or cannot be composed by its own form any more; or it is too early, which is said instead.
  [[nodiscard]] std::optional<Message> of(const report::Submission& submission);

  /// The letter with which this very revision was sent, to any of its addressees; nullopt: it was not.
  [[nodiscard]] std::optional<report::Deed> letter_of(const report::Submission& submission);

  /// Leaves out the changes of reports after which a composed report would be made as it is: composing it again cannot
  /// cure them. That it was withdrawn itself stays.
  void leave_out_same(const report::Submission& submission, std::vector<report::PaperChange>& changes);

 private:
  [[nodiscard]] std::string hash_now(const form::FormDefinition& form, const report::Submission& submission);
  std::string marks(const std::string& subject);
  /// Whether the report composed now would be the same; nullopt: it cannot be composed.
  [[nodiscard]] std::optional<bool> is_as_now(const form::FormDefinition& form, const report::Submission& submission);
  [[nodiscard]] std::string rows_changed_since(const form::FormDefinition& form, const report::Submission& submission);

  Engine& engine_;
  Standings standings_;
  Queries queries_;
  std::optional<std::map<std::string, std::string>> marks_;     // by subject
  std::optional<std::vector<registry::HistoryEntry>> entries_;  // about rows of registers, and submissions
  std::optional<std::vector<report::Deed>> deeds_;
  std::map<std::string, std::optional<bool>> as_now_;  // by number of the submission
};

/// Says it of each row of a status (Origin::outdated).
void mark_outdated(Engine& engine, std::vector<report::StatusRow>& rows);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "base/error.h"
#include "registry/column_values.h"
#include "registry/record_number.h"
#include "registry/registry.h"
#include "registry/revision_sql.h"
#include "registry/stored_submission.h"

namespace esep::registry {

using report::ReportKey;
using report::Submission;

// The table stores the verdict on this file; the receipt gives the verdict on the report.
Submission Registry::judged(const sqlite::Statement& row) const {
  Submission s = stored_submission(row);
  const bool by_itself = deciding_id(row) == s.id || (latest_decides_ && latest_decides_(s.deadline.obligation));
  if (!by_itself) s.verdict = deciding_verdict(row);
  return s;
}

Submission Registry::find(std::string_view number) const {
  if (const auto id = record_id(RecordKind::submission, number)) {
    const auto row = cached(select_submissions(" WHERE id = ?"));
    row->bind(1, *id);
    if (row->step()) return judged(*row);
  }
  throw Error(Message("SUBMISSION-UNKNOWN", {{"number", std::string(number)}}), "SUBMISSION-UNKNOWN-HINT");
}

std::vector<Submission> Registry::submissions(const Filter& filter) const {
  auto rows = database_->prepare(select_submissions(
      " WHERE (?1 = '' OR form = ?1) AND (?2 = '' OR organisation = ?2) AND (?3 = '' OR subject = ?3) "
      "AND (?4 = '' OR period = ?4) AND (?5 = '' OR stage = ?5) ORDER BY id"));
  rows.bind(1, filter.form).bind(2, filter.organisation).bind(3, filter.subject);
  rows.bind(4, filter.period).bind(5, filter.stage);
  std::vector<Submission> out;
  while (rows.step()) out.push_back(judged(rows));
  return out;
}

std::vector<Submission> Registry::submissions_of_file(const std::string& sha256) const {
  auto rows = database_->prepare(select_submissions(" WHERE sha256 = ? ORDER BY id"));
  rows.bind(1, sha256);
  std::vector<Submission> out;
  while (rows.step()) out.push_back(judged(rows));
  return out;
}

Submission Registry::deciding(const Submission& submission) const {
  const std::string& first = submission.verdict.decided_by;
  return first.empty() ? submission : find(first);
}

std::optional<Submission> Registry::latest_accepted(const ReportKey& key) const {
  const auto row = cached(select_submissions(
      fmt::format(" WHERE {} AND {} ORDER BY revision DESC LIMIT 1", kKeyIs, in_force_sql("submission"))));
  bind_key(*row, 1, key);
  return row->step() ? std::optional(judged(*row)) : std::nullopt;
}

std::optional<Submission> Registry::previous_accepted(const ReportKey& key) const {
  // Texts of equal length compare as periods do: 2026-09 < 2026-10, 2026-Q1 < 2026-Q2.
  const auto row = cached(select_submissions(
      fmt::format(" WHERE form = ? AND stage = ? AND organisation = ? AND subject = ? AND period < ?5 "
                  "AND length(period) = length(?5) AND {} ORDER BY period DESC, revision DESC LIMIT 1",
                  in_force_sql("submission"))));
  row->bind(1, key.form).bind(2, key.stage).bind(3, key.organisation).bind(4, key.subject).bind(5, key.period);
  return row->step() ? std::optional(judged(*row)) : std::nullopt;
}

std::optional<Submission> Registry::last_superseded(const ReportKey& key) const {
  const auto row = cached(
      select_submissions(fmt::format(" WHERE {} AND state = 'superseded' ORDER BY revision DESC LIMIT 1", kKeyIs)));
  bind_key(*row, 1, key);
  return row->step() ? std::optional(stored_submission(*row)) : std::nullopt;
}

}  // namespace esep::registry

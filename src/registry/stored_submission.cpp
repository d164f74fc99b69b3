// SPDX-License-Identifier: MIT
#include "registry/stored_submission.h"

#include <fmt/core.h>

#include "registry/column_values.h"
#include "registry/record_number.h"
#include "registry/revision_sql.h"

namespace esep::registry {
namespace {

using report::Submission;

constexpr int kDeciding = 26;
constexpr int kEntered = kDeciding + 4;
constexpr int kClock = kEntered + 1;

const std::string& columns() {
  static const std::string kColumns =
      "id, obligation, form, stage, organisation, subject, period, occurrence, edition, form_sha256, revision, "
      "received, nominal, effective, timeliness, state, locked, working_days_late, nil, sha256, file_name, incoming, "
      "user, errors, warnings, chain_head, " +
      fmt::format(
          "{}, {}, {}, {}, {}, {}", deciding_id_sql("submission"), deciding_column_sql("timeliness", "submission"),
          deciding_column_sql("working_days_late", "submission"), deciding_column_sql("effective", "submission"),
          entry_sql("at", "submission"), entry_sql("clock", "submission"));
  return kColumns;
}

int small_at(const sqlite::Statement& row, int column) { return static_cast<int>(row.integer(column)); }

report::Timeliness timeliness_at(const sqlite::Statement& row, int column) {
  return report::timeliness_from(row.text(column)).value_or(report::Timeliness::on_time);
}

}  // namespace

std::string select_submissions(std::string_view rest) {
  return fmt::format("SELECT {} FROM submission{}", columns(), rest);
}

Submission stored_submission(const sqlite::Statement& row) {
  Submission s;
  s.id = row.integer(0);
  s.number = record_number(RecordKind::submission, s.id);
  s.key = key_at(row, 2);
  s.revision = small_at(row, 10);
  s.state = report::state_from(row.text(15)).value_or(report::State::received);
  s.locked = row.integer(16) != 0;
  s.deadline = {row.text(1), date_at(row, 12), date_at(row, 13)};
  s.verdict = {timeliness_at(row, 14), small_at(row, 17)};
  s.receipt = {time_at(row, 11), row.text(22), row.text(20), row.text(19), row.text(21), row.text(25)};
  if (!row.is_null(kEntered)) s.receipt.entered = time_at(row, kEntered);
  const auto clock = row.is_null(kClock) ? std::nullopt : calendar::LocalTime::parse(row.text(kClock));
  if (clock && s.receipt.entered && clock->date != s.receipt.entered->date) s.receipt.clock = clock;
  s.contents = {row.text(8), row.text(9), row.integer(18) != 0, small_at(row, 23), small_at(row, 24)};
  return s;
}

int64_t deciding_id(const sqlite::Statement& row) { return row.integer(kDeciding); }

report::Verdict deciding_verdict(const sqlite::Statement& row) {
  const std::string number = record_number(RecordKind::submission, deciding_id(row));
  if (date_at(row, 13) != date_at(row, kDeciding + 3)) return {timeliness_at(row, 14), small_at(row, 17), number};
  return {timeliness_at(row, kDeciding + 1), small_at(row, kDeciding + 2), number};
}

std::string insert_submission_sql() {
  return "INSERT INTO submission(form, stage, organisation, subject, period, occurrence, id, obligation, edition, "
         "form_sha256, revision, received, nominal, effective, timeliness, state, locked, working_days_late, nil, "
         "sha256, file_name, incoming, user, errors, warnings, rows_sha256, chain_head) "
         "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
}

void insert_submission(sqlite::Statement& insert, const Submission& s, const std::string& rows_sha256) {
  bind_key(insert, 1, s.key);
  insert.bind(7, s.id).bind(8, s.deadline.obligation).bind(9, s.contents.edition).bind(10, s.contents.form_sha256);
  insert.bind(11, s.revision).bind(12, s.receipt.received.iso());
  bind_date(insert, 13, s.deadline.nominal);
  bind_date(insert, 14, s.deadline.effective);
  insert.bind(15, report::timeliness_name(s.verdict.timeliness)).bind(16, report::state_name(s.state));
  insert.bind(17, s.locked ? 1 : 0).bind(18, s.verdict.working_days_late).bind(19, s.contents.nil ? 1 : 0);
  insert.bind(20, s.receipt.sha256).bind(21, s.receipt.file_name).bind(22, s.receipt.incoming);
  insert.bind(23, s.receipt.user).bind(24, s.contents.errors).bind(25, s.contents.warnings);
  insert.bind(26, rows_sha256).bind(27, s.receipt.chain_head);
  insert.run();
}

}  // namespace esep::registry

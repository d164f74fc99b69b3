// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "report/submission.h"
#include "sqlite/statement.h"

/// A row of table `submission`, to and from report::Submission.
namespace esep::registry {

/// SELECT of what `stored_submission` reads. `rest` follows FROM submission.
[[nodiscard]] std::string select_submissions(std::string_view rest);
/// The row with its verdict as stored: on this file by itself. Where another revision decides and was judged by
/// another deadline, it is the verdict on that one by the deadline of this one.
[[nodiscard]] report::Submission stored_submission(const sqlite::Statement& row);
/// Id of the submission that decides whether the report came in time (registry/revision_sql.h); the row's own id where
/// no earlier revision does.
[[nodiscard]] int64_t deciding_id(const sqlite::Statement& row);
/// The verdict on the report: that of the deciding submission, or the row's own where the two were judged by different
/// deadlines. `decided_by` names the deciding submission in both cases.
[[nodiscard]] report::Verdict deciding_verdict(const sqlite::Statement& row);

/// INSERT of a whole row; `insert_submission` binds and runs it.
[[nodiscard]] std::string insert_submission_sql();
void insert_submission(sqlite::Statement& insert, const report::Submission& submission, const std::string& rows_sha256);

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/completion_day.h"
#include "report/duty/status.h"

/// The day of completion (completion_day.h) as the revisions of one report name it. The verdict follows the last one,
/// so whoever reads the verdict is told that an earlier revision named another.
namespace esep::app {

/// The accepted revisions of a report, the earliest first, but for those of a form that is gone. Withdrawn revisions
/// count: what was taken back was said all the same.
[[nodiscard]] std::vector<report::Submission> known_revisions(Engine& engine, const report::ReportKey& key);

/// Of the revisions up to number `last`: the first day, and each that differs from the one before it. Empty: the
/// day was never moved.
[[nodiscard]] std::vector<report::NamedDay> named_days(CompletionDays& days,
                                                       std::vector<const report::Submission*> revisions, int last);
/// Of the submission's report, up to its own revision.
[[nodiscard]] std::vector<report::NamedDay> named_days(Engine& engine, const report::Submission& submission);

/// DAY-MOVED, of at least two days. `title`: of the field that names the day.
[[nodiscard]] Message moved_day_message(Engine& engine, const LocalText& title,
                                        const std::vector<report::NamedDay>& days);
/// The same of a submission; nullopt: its day was never moved, or the receipt decides.
[[nodiscard]] std::optional<Message> moved_day(Engine& engine, const report::Submission& submission);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/query/submission_view.h"

#include "app/core/named_days.h"
#include "app/core/sending.h"
#include "app/core/verdict_words.h"

namespace esep::app {

text::SubmissionView submission_view(Engine& engine, Standings& standings, report::Submission submission) {
  const auto& registry = engine.registry();
  text::SubmissionView out{std::move(submission), {}, {}};
  for (auto& [finding, message] : registry.findings(out.submission.id)) {
    finding.file = out.submission.receipt.file_name;
    out.findings.push_back(std::move(finding));
  }
  for (const auto& one : registry.attachments_of(out.submission.id)) {
    out.attachments.push_back({one.number, one.file_name, one.sha256, one.paper_code, one.user, one.at.iso()});
  }
  out.standing = standings.of(out.submission);
  out.days = named_days(engine, out.submission);
  // What the register composed got no verdict when it was composed, so none was changed.
  const bool judged_since = out.standing.now.verdict.timeliness != out.submission.verdict.timeliness;
  const auto sending = sending_of(engine, standings, out.submission);
  if (sending) out.letters = sending->letters;
  const bool of_other_letter = sending && !sending->is_sent();
  if (judged_since && !out.standing.at_receipt && !of_other_letter)
    out.submission = as_it_stands(out.submission, out.standing);
  out.timeliness = timeliness_word(engine, out.submission);
  return out;
}

}  // namespace esep::app

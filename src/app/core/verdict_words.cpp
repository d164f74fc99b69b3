// SPDX-License-Identifier: MIT
#include "app/core/verdict_words.h"

#include "app/core/names.h"
#include "report/duty/no_term.h"

namespace esep::app {
namespace {

Message rejected_message(const report::Submission& submission) {
  if (!submission.verdict.decided_by.empty()) return Message("RECEIPT-REJECTED-EARLIER");
  const auto& due = submission.deadline.effective;
  if (!due) return Message("RECEIPT-REJECTED-UNDATED");
  Message::Args args{{"date", due->dotted()}};
  if (submission.receipt.received.date > *due) return {"RECEIPT-REJECTED-OVER", std::move(args)};
  return {"RECEIPT-REJECTED", std::move(args)};
}

bool says_no_term(Engine& engine, const report::Submission& submission) {
  return submission.verdict.timeliness == report::Timeliness::on_time && has_no_term(engine, submission);
}

}  // namespace

bool has_no_term(Engine& engine, const report::Submission& submission) {
  if (submission.deadline.effective) return false;
  for (const auto* edition : engine.catalog().editions(submission.key.form)) {
    for (const auto& one : edition->obligations) {
      if (one.id == submission.deadline.obligation) return report::has_no_term(one);
    }
  }
  return false;
}

Message verdict_message(Engine& engine, const report::Submission& submission) {
  if (submission.revision == 0) return rejected_message(submission);
  return says_no_term(engine, submission) ? Message("TIMELINESS-NO-TERM") : verdict_message(submission.verdict);
}

std::string timeliness_word(Engine& engine, const report::Submission& submission) {
  if (submission.revision == 0) return {};
  return std::string(says_no_term(engine, submission) ? report::kNoTerm
                                                      : report::timeliness_name(submission.verdict.timeliness));
}

}  // namespace esep::app

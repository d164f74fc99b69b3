// SPDX-License-Identifier: MIT
#include "app/core/earlier_approval.h"

#include "registry/review_records.h"

namespace esep::app {

bool may_be_approved_earlier(const report::Submission& submission) {
  return submission.revision >= 2 && submission.state != report::State::approved;
}

std::optional<report::EarlierApproval> earlier_approval(Engine& engine, const report::Submission& submission) {
  if (!may_be_approved_earlier(submission)) return std::nullopt;
  const registry::ReviewRecords records(engine.registry());
  const auto before = records.approved_before(submission);
  const auto approval = before ? records.approval(before->id) : std::nullopt;
  if (!approval) return std::nullopt;
  return report::EarlierApproval{before->number, before->revision, approval->user, approval->at.date};
}

std::optional<Message> approval_then(Engine& engine, const report::Submission& submission) {
  if (submission.revision == 0 || submission.state == report::State::approved) return std::nullopt;
  const auto approval = registry::ReviewRecords(engine.registry()).approval(submission.id);
  if (!approval) return std::nullopt;
  return Message("APPROVED-THEN", {{"date", approval->at.date.dotted()}, {"user", approval->user}});
}

Message earlier_approval_message(const report::EarlierApproval& approval) {
  return Message(
      "APPROVED-EARLIER",
      {{"revision", std::to_string(approval.revision)}, {"date", approval.date.dotted()}, {"user", approval.user}});
}

Message entered_message(const calendar::LocalTime& received, const std::optional<calendar::LocalTime>& entered) {
  if (!entered || *entered <= received) return {};
  return Message("ENTERED-LATER", {{"received", received.dotted()}, {"entered", entered->dotted()}});
}

}  // namespace esep::app

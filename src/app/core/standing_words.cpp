// SPDX-License-Identifier: MIT
#include "app/core/standing_words.h"

#include "app/core/names.h"
#include "registry/details.h"
#include "report/review/workflow.h"

namespace esep::app {
namespace {

// The last entry of the history with this step of the submission.
std::optional<Withdrawal> last_step_of(Engine& engine, const report::Submission& submission, std::string_view action) {
  std::optional<Withdrawal> out;
  for (const auto& entry : engine.registry().history().entries(submission.id)) {
    const auto at = entry.action == action ? calendar::LocalTime::parse(entry.at) : std::nullopt;
    if (at) out = Withdrawal{at->date, registry::details_by_key(entry.details)["reason"], entry.user};
  }
  return out;
}

Message dated(const char* key, const std::optional<Withdrawal>& step) {
  return {key, {{"date", step ? step->on.dotted() : "—"}}};
}

}  // namespace

std::optional<Withdrawal> withdrawal_of(Engine& engine, const report::Submission& submission) {
  if (submission.state != report::State::withdrawn) return std::nullopt;
  return last_step_of(engine, submission, "withdraw");
}

bool is_composed(Engine& engine, const report::Submission& submission) {
  const auto* form = engine.find_form_of(submission);
  return form != nullptr && form->reporting.composed;
}

Message state_message(Engine& engine, const report::Submission& submission) {
  const bool composed = submission.state == report::State::received && is_composed(engine, submission);
  return composed ? Message("STATE-COMPOSED") : state_message(submission.state);
}

Message withdrawal_message(const Withdrawal& withdrawal) {
  return {"REPORT-WITHDRAWN", {{"date", withdrawal.on.dotted()}, {"reason", withdrawal.reason}}};
}

Message standing_message(Engine& engine, const report::Submission& submission) {
  using report::State;
  if (submission.state == State::withdrawn) return dated("PAPER-WITHDRAWN", withdrawal_of(engine, submission));
  if (submission.state == State::returned) {
    const std::string_view step = report::action_name(report::Action::send_back);
    return dated("PAPER-RETURNED", last_step_of(engine, submission, step));
  }
  if (submission.state != State::superseded) return {};
  const auto in_force = engine.registry().latest_accepted(submission.key);
  if (!in_force) return Message("PAPER-SUPERSEDED");
  return {"PAPER-REPLACED", {{"number", in_force->number}, {"revision", std::to_string(in_force->revision)}}};
}

}  // namespace esep::app

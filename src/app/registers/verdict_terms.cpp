// SPDX-License-Identifier: MIT
#include "app/registers/verdict_terms.h"

#include <algorithm>

#include "app/core/duty_of.h"

namespace esep::app {
namespace {

using form::RegisterRole;
using report::RegisterRow;

// The last of several postings counts.
std::optional<VerdictTerm> find_discussion(Engine& engine, const std::string& subject_register,
                                           const std::string& subject) {
  report::ReportKey like;
  like.subject = subject;
  std::optional<VerdictTerm> out;
  for (const auto& duty : duties_like(engine, like)) {
    const bool discussion = duty.obligation->due.kind == calendar::DueRule::Kind::at_least_working_days &&
                            duty.obligation->who.subject_register == subject_register;
    if (discussion && duty.due.effective) out = VerdictTerm{window_end(engine, duty), duty.law()};
  }
  return out;
}

}  // namespace

calendar::Date window_end(Engine& engine, const report::Duty& duty) {
  const calendar::Date least = *duty.due.effective;
  const std::string& id = duty.obligation->who.subject_register;
  const auto* row = id.empty() ? nullptr : engine.row(id, duty.key.subject);
  if (row == nullptr) return least;
  return std::max(least,
                  report::row_date(engine.catalog().register_by_id(id), *row, RegisterRole::window_to).value_or(least));
}

std::optional<VerdictTerm> VerdictTerms::decision(const RegisterRow& proposal) {
  const auto posted = report::row_date(definition_, proposal, RegisterRole::posted_on);
  if (!posted || !definition_.decision_due) return std::nullopt;
  const auto due = calendar::compute_due(*definition_.decision_due, std::nullopt, posted, engine_.calendar());
  if (!due.effective) return std::nullopt;
  return VerdictTerm{*due.effective, definition_.decision_law};
}

const std::optional<VerdictTerm>& VerdictTerms::answer(const RegisterRow& proposal) {
  static const std::optional<VerdictTerm> kNone;
  const auto* subject = definition_.by_role(RegisterRole::subject);
  if (subject == nullptr) return kNone;
  const std::string key = report::row_text(definition_, proposal, RegisterRole::subject);
  const auto [at, fresh] = discussions_.try_emplace(key);
  if (fresh) at->second = find_discussion(engine_, subject->of, key);
  if (fresh && at->second && !definition_.answer_law.empty()) at->second->law = definition_.answer_law;
  return at->second;
}

std::optional<Message> VerdictTerms::tight(const RegisterRow& proposal) {
  const auto& discussion = answer(proposal);
  if (!discussion) return std::nullopt;
  const auto operators = decision(proposal);
  if (!operators || operators->last <= discussion->last) return std::nullopt;
  return Message("PROPOSAL-BOTH-TERMS",
                 {{"key", proposal.key}, {"date", operators->last.dotted()}, {"end", discussion->last.dotted()}});
}

std::optional<Message> VerdictTerms::late(const RegisterRow& proposal, VerdictKind kind, calendar::Date given) {
  const auto term = kind == VerdictKind::decision ? decision(proposal) : answer(proposal);
  if (!term || given <= term->last) return std::nullopt;
  return Message("VERDICT-LATE",
                 {{"key", proposal.key},
                  {"date", term->last.dotted()},
                  {"days", std::to_string(calendar::working_days_late(term->last, given, engine_.calendar()))},
                  {"law", term->law}});
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/registers/verdict_terms.h"

#include "base/error.h"

namespace esep::app {

using form::RegisterRole;
using report::RegisterRow;

const Window* VerdictTerms::discussion(const RegisterRow& proposal) {
  const auto* subject = definition_.by_role(RegisterRole::subject);
  if (subject == nullptr) return nullptr;
  if (!discussions_) {
    discussions_.emplace();
    for (Window& one : windows(engine_, engine_.rows_source())) {
      if (one.subject_register == subject->of) discussions_->emplace(one.subject, std::move(one));
    }
  }
  const auto at = discussions_->find(report::row_text(definition_, proposal, RegisterRole::subject));
  return at == discussions_->end() ? nullptr : &at->second;
}

std::optional<VerdictTerm> VerdictTerms::decision(const RegisterRow& proposal) {
  const auto posted = report::row_date(definition_, proposal, RegisterRole::posted_on);
  if (!posted || !definition_.decision_due) return std::nullopt;
  try {
    const auto due = calendar::compute_due(*definition_.decision_due, std::nullopt, posted, engine_.calendar());
    if (due.effective) return VerdictTerm{*due.effective, definition_.decision_law};
  } catch (const Error& error) {
    if (error.message().key != "CALENDAR-YEAR") throw;
  }
  return std::nullopt;
}

std::optional<VerdictTerm> VerdictTerms::answer(const RegisterRow& proposal) {
  const Window* window = discussion(proposal);
  if (window == nullptr || outside(proposal)) return std::nullopt;
  return VerdictTerm{window->ends_on, definition_.answer_law.empty() ? window->law : definition_.answer_law};
}

std::optional<Message> VerdictTerms::outside(const RegisterRow& proposal) {
  const Window* window = discussion(proposal);
  const auto posted = report::row_date(definition_, proposal, RegisterRole::posted_on);
  if (window == nullptr || !posted || window->holds(*posted)) return std::nullopt;
  return Message("VERDICT-OUTSIDE", {{"key", proposal.key},
                                     {"date", posted->dotted()},
                                     {"opened", window->opened_on.dotted()},
                                     {"end", window->ends_on.dotted()}});
}

std::optional<calendar::Date> VerdictTerms::taken_back(const RegisterRow& proposal) {
  const auto day = report::row_date(definition_, proposal, RegisterRole::withdrawn_on);
  const Window* window = discussion(proposal);
  return day && window != nullptr && *day > window->ends_on ? std::nullopt : day;
}

std::optional<Message> VerdictTerms::tight(const RegisterRow& proposal) {
  const auto end = answer(proposal);
  const auto operators = decision(proposal);
  if (!end || !operators || operators->last <= end->last) return std::nullopt;
  return Message("PROPOSAL-BOTH-TERMS",
                 {{"key", proposal.key}, {"date", operators->last.dotted()}, {"end", end->last.dotted()}});
}

std::optional<Message> VerdictTerms::late(const RegisterRow& proposal, VerdictKind kind, calendar::Date given) {
  const auto term = kind == VerdictKind::decision ? decision(proposal) : answer(proposal);
  if (!term || given <= term->last || given.year() > engine_.calendar().last_year()) return std::nullopt;
  return Message("VERDICT-LATE",
                 {{"key", proposal.key},
                  {"date", term->last.dotted()},
                  {"days", std::to_string(calendar::working_days_late(term->last, given, engine_.calendar()))},
                  {"law", term->law}});
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/decide.h"

#include "app/rights.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

using form::RegisterDefinition;
using form::RegisterRole;
using report::RegisterRow;

struct Proposal {
  const RegisterDefinition* definition = nullptr;
  RegisterRow row;
};

Proposal find_proposal(Engine& engine, const std::string& key) {
  for (const auto& definition : engine.catalog().registers()) {
    if (definition.by_role(RegisterRole::decision) == nullptr) continue;
    if (const auto* row = engine.row(definition.id, key)) return {&definition, *row};
  }
  throw Error(Message("PROPOSAL-UNKNOWN", {{"key", key}}));
}

void set(Proposal& proposal, RegisterRole role, form::Value value) {
  const auto* column = proposal.definition->by_role(role);
  if (column != nullptr) proposal.row.values[column->column.id] = std::move(value);
}

struct Term {
  calendar::Date last;
  LocalText law;
};

// The discussion in which the proposal stands: the duty whose event opened it.
std::optional<Term> discussion_of(Engine& engine, const Proposal& proposal) {
  const auto* subject = proposal.definition->by_role(RegisterRole::subject);
  if (subject == nullptr) return std::nullopt;
  report::DutyFilter filter;
  filter.subject = report::row_text(*proposal.definition, proposal.row, RegisterRole::subject);
  const auto posted = report::row_date(*proposal.definition, proposal.row, RegisterRole::posted_on);
  if (!posted) return std::nullopt;
  filter.from = posted->plus_days(-60);
  filter.to = posted->plus_days(60);
  std::optional<Term> out;
  for (const auto& duty : report::list_duties(engine.catalog(), engine.rows_source(), engine.registry().events(), engine.calendar(), filter)) {
    const bool discussion = duty.obligation->due.kind == calendar::DueRule::Kind::at_least_working_days &&
                            duty.obligation->subject_register == subject->of;
    if (discussion && duty.due.effective) out = Term{*duty.due.effective, duty.obligation->law};
  }
  return out;
}

void check_order(const Proposal& proposal, const Verdict& verdict) {
  const auto& definition = *proposal.definition;
  const bool deciding = verdict.kind == Verdict::Kind::decision;
  const std::string decision = report::row_text(definition, proposal.row, RegisterRole::decision);
  const std::string answer = report::row_text(definition, proposal.row, RegisterRole::answer);
  if (!(deciding ? decision : answer).empty()) throw Error(Message("PROPOSAL-DECIDED", {{"key", verdict.key}}));
  if (!deciding && decision != "accepted") throw Error(Message("PROPOSAL-NOT-APPROVED", {{"key", verdict.key}}));
  const auto before = report::row_date(definition, proposal.row, deciding ? RegisterRole::posted_on : RegisterRole::decided_on);
  if (before && verdict.date < *before) {
    throw Error(Message("PROPOSAL-EARLY", {{"key", verdict.key}, {"date", before->dotted()}}));
  }
}

std::optional<Message> lateness(Engine& engine, const Proposal& proposal, const Verdict& verdict) {
  const auto& definition = *proposal.definition;
  std::optional<Term> term;
  if (verdict.kind == Verdict::Kind::answer) {
    term = discussion_of(engine, proposal);
  } else if (const auto posted = report::row_date(definition, proposal.row, RegisterRole::posted_on); posted && definition.decision_due) {
    const auto due = calendar::compute_due(*definition.decision_due, std::nullopt, posted, engine.calendar());
    if (due.effective) term = Term{*due.effective, definition.decision_law};
  }
  if (!term || verdict.date <= term->last) return std::nullopt;
  return Message("VERDICT-LATE", {{"key", verdict.key},
                                  {"date", term->last.dotted()},
                                  {"days", std::to_string(calendar::working_days_late(term->last, verdict.date, engine.calendar()))},
                                  {"law", term->law}});
}

}  // namespace

std::vector<Message> give_verdict(Engine& engine, const Verdict& verdict, const registry::Actor& actor) {
  if (trim(verdict.reason).empty()) throw Error("VERDICT-REASON", {}, Error::Kind::usage);
  require_right(engine, report::Deed::decide, actor);
  Proposal proposal = find_proposal(engine, verdict.key);
  check_order(proposal, verdict);
  const bool deciding = verdict.kind == Verdict::Kind::decision;
  set(proposal, deciding ? RegisterRole::decision : RegisterRole::answer, std::string(verdict.accepted ? "accepted" : "refused"));
  set(proposal, deciding ? RegisterRole::decision_reason : RegisterRole::answer_reason, verdict.reason);
  set(proposal, deciding ? RegisterRole::decided_on : RegisterRole::answered_on, verdict.date);
  std::vector<Message> out;
  if (auto late = lateness(engine, proposal, verdict)) out.push_back(std::move(*late));
  engine.registry().import_rows(*proposal.definition, {proposal.row}, deciding ? "decide" : "answer", actor);
  engine.forget_rows();
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/decide.h"

#include "app/rights.h"
#include "app/verdict_terms.h"
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

void check_order(const Proposal& proposal, const Verdict& verdict) {
  const auto& definition = *proposal.definition;
  const bool deciding = verdict.kind == Verdict::Kind::decision;
  const std::string decision = report::row_text(definition, proposal.row, RegisterRole::decision);
  const std::string answer = report::row_text(definition, proposal.row, RegisterRole::answer);
  if (!(deciding ? decision : answer).empty()) throw Error(Message("PROPOSAL-DECIDED", {{"key", verdict.key}}));
  if (!deciding && decision != "accepted") throw Error(Message("PROPOSAL-NOT-APPROVED", {{"key", verdict.key}}));
  const auto before = report::row_date(definition, proposal.row, deciding ? RegisterRole::posted_on : RegisterRole::decided_on);
  if (before && verdict.date < *before) {
    throw Error(Message(deciding ? "PROPOSAL-EARLY" : "ANSWER-EARLY", {{"key", verdict.key}, {"date", before->dotted()}}));
  }
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
  VerdictTerms terms(engine, *proposal.definition);
  if (auto late = terms.late(proposal.row, deciding, verdict.date)) out.push_back(std::move(*late));
  if (deciding && verdict.accepted) {
    if (auto tight = terms.tight(proposal.row)) out.push_back(std::move(*tight));
  }
  engine.registry().import_rows(*proposal.definition, {proposal.row}, deciding ? "decide" : "answer", actor);
  engine.forget_rows();
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/registers/decide.h"

#include "app/core/rights.h"
#include "base/error.h"
#include "base/text.h"

namespace esep::app {
namespace {

using form::RegisterDefinition;
using form::RegisterRole;
using report::RegisterRow;

const RegisterDefinition& register_of(Engine& engine, const std::string& key) {
  for (const auto& definition : engine.catalog().registers()) {
    if (definition.by_role(RegisterRole::decision) != nullptr && engine.row(definition.id, key) != nullptr)
      return definition;
  }
  throw Error(Message("PROPOSAL-UNKNOWN", {{"key", key}}));
}

void set(const RegisterDefinition& definition, RegisterRow& proposal, RegisterRole role, form::Value value) {
  const auto* column = definition.by_role(role);
  if (column != nullptr) proposal.values[column->id] = std::move(value);
}

void check_order(const RegisterDefinition& definition, const RegisterRow& proposal, const Verdict& verdict) {
  const bool deciding = verdict.kind == VerdictKind::decision;
  const std::string decision = report::row_text(definition, proposal, RegisterRole::decision);
  const std::string answer = report::row_text(definition, proposal, RegisterRole::answer);
  if (!(deciding ? decision : answer).empty()) throw Error(Message("PROPOSAL-DECIDED", {{"key", verdict.key}}));
  if (!deciding && decision != "accepted") throw Error(Message("PROPOSAL-NOT-APPROVED", {{"key", verdict.key}}));
  const auto before =
      report::row_date(definition, proposal, deciding ? RegisterRole::posted_on : RegisterRole::decided_on);
  if (before && verdict.date < *before) {
    throw Error(
        Message(deciding ? "PROPOSAL-EARLY" : "ANSWER-EARLY", {{"key", verdict.key}, {"date", before->dotted()}}));
  }
}

}  // namespace

std::vector<Message> give_verdict(Engine& engine, const Verdict& verdict, const registry::Actor& actor) {
  if (trim(verdict.reason).empty()) throw Error("VERDICT-REASON", {}, Error::Kind::usage);
  require_right(engine, report::RegisterAction::decide, actor);
  const RegisterDefinition& definition = register_of(engine, verdict.key);
  const bool deciding = verdict.kind == VerdictKind::decision;
  std::vector<Message> out;
  // Somebody else may have decided since the register was read, so the transaction checks again.
  const auto settle = [&](RegisterRow& row, const RegisterRow* old) {
    if (old == nullptr) throw Error(Message("PROPOSAL-UNKNOWN", {{"key", verdict.key}}));
    row = *old;
    check_order(definition, row, verdict);
    set(definition, row, deciding ? RegisterRole::decision : RegisterRole::answer,
        std::string(verdict.accepted ? "accepted" : "refused"));
    set(definition, row, deciding ? RegisterRole::decision_reason : RegisterRole::answer_reason, verdict.reason);
    set(definition, row, deciding ? RegisterRole::decided_on : RegisterRole::answered_on, verdict.date);
    VerdictTerms terms(engine, definition);
    if (auto late = terms.late(row, verdict.kind, verdict.date)) out.push_back(std::move(*late));
    if (!deciding || !verdict.accepted) return;
    if (auto tight = terms.tight(row)) out.push_back(std::move(*tight));
  };
  engine.registry().import_rows(definition, {{verdict.key, {}}}, deciding ? "decide" : "answer", actor, settle);
  engine.forget_rows();
  return out;
}

}  // namespace esep::app

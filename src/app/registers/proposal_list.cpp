// SPDX-License-Identifier: MIT
#include "app/registers/proposal_list.h"

#include <algorithm>

#include "app/core/known_keys.h"
#include "app/core/message_key.h"
#include "app/core/rights.h"
#include "app/registers/register_types.h"
#include "app/registers/verdict_terms.h"

namespace esep::app {
namespace {

using report::ProposalRow;
using report::ProposalState;

report::ProposalVerdict verdict_with_term(Engine& engine, const RegisterDefinition& definition, const RegisterRow& row,
                                          VerdictKind kind, const std::optional<VerdictTerm>& term,
                                          calendar::Date today) {
  const bool deciding = kind == VerdictKind::decision;
  report::ProposalVerdict out;
  out.verdict = report::row_text(definition, row, verdict_roles(kind).front());
  out.given = report::row_date(definition, row, deciding ? RegisterRole::decided_on : RegisterRole::answered_on);
  if (!term) return out;
  out.due = term->last;
  out.working_days_late = out.verdict.empty() || !out.given
                              ? calendar::working_days_overdue(term->last, today, engine.calendar())
                              : calendar::working_days_late(term->last, *out.given, engine.calendar());
  return out;
}

ProposalState state_of(const ProposalRow& row, bool withdrawn, bool outside) {
  if (withdrawn) return ProposalState::withdrawn;
  if (row.decision.verdict == "refused") return ProposalState::refused;
  if (outside) return ProposalState::outside;
  if (row.decision.verdict.empty()) return ProposalState::awaits_decision;
  return row.answer.verdict.empty() ? ProposalState::awaits_answer : ProposalState::answered;
}

ProposalRow proposal_row(Engine& engine, VerdictTerms& terms, const RegisterDefinition& definition,
                         const RegisterRow& row, calendar::Date today) {
  ProposalRow out;
  out.proposal = row.key;
  out.register_id = definition.id;
  out.document = report::row_text(definition, row, RegisterRole::subject);
  out.organisation = organisation_of_row(engine, definition, row);
  out.posted_on = report::row_date(definition, row, RegisterRole::posted_on);
  out.withdrawn_on = report::row_date(definition, row, RegisterRole::withdrawn_on);
  const bool withdrawn = terms.taken_back(row).has_value();
  const bool outside = terms.outside(row).has_value();
  const bool counts = !withdrawn && !outside;
  out.decision = verdict_with_term(engine, definition, row, VerdictKind::decision,
                                   withdrawn ? std::nullopt : terms.decision(row), today);
  if (outside) out.decision.working_days_late = 0;  // the day is told, but nobody is late with what does not count
  const bool answerable = counts && out.decision.verdict != "refused";
  out.answer = verdict_with_term(engine, definition, row, VerdictKind::answer,
                                 answerable ? terms.answer(row) : std::nullopt, today);
  out.state = state_of(out, withdrawn, outside);
  return out;
}

bool waits(const ProposalRow& row) {
  return row.state == ProposalState::awaits_decision || row.state == ProposalState::awaits_answer;
}

calendar::Date next_day(const ProposalRow& row) {
  const auto due = row.state == ProposalState::awaits_decision ? row.decision.due : row.answer.due;
  return waits(row) && due ? *due : calendar::Date::from_days(1 << 24);
}

}  // namespace

std::vector<ProposalRow> list_proposals(Engine& engine, const ProposalFilter& filter, calendar::Date today) {
  require_known(engine, {"", "", filter.organisation, filter.document, "", 1});
  engine.calendar().require_covered(today);
  std::vector<ProposalRow> out;
  for (const auto& definition : engine.catalog().registers()) {
    if (definition.by_role(RegisterRole::decision) == nullptr) continue;
    VerdictTerms terms(engine, definition);
    for (const RegisterRow& row : engine.rows(definition.id)) {
      if (!filter.document.empty() && report::row_text(definition, row, RegisterRole::subject) != filter.document)
        continue;
      ProposalRow one = proposal_row(engine, terms, definition, row, today);
      const bool other = !filter.organisation.empty() && one.organisation != filter.organisation;
      if (other || (filter.waiting && !waits(one)) || (filter.overdue && !one.is_overdue())) continue;
      out.push_back(std::move(one));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const ProposalRow& a, const ProposalRow& b) { return next_day(a) < next_day(b); });
  return out;
}

LocalText document_title(Engine& engine, const ProposalRow& row) {
  const auto* subject = engine.catalog().register_by_id(row.register_id).by_role(RegisterRole::subject);
  const RegisterRow* found = subject == nullptr ? nullptr : engine.row(subject->of, row.document);
  if (found == nullptr) return {row.document, row.document, row.document};
  return report::row_title(engine.catalog().register_by_id(subject->of), *found);
}

Message proposal_state_message(Engine& engine, const ProposalRow& row) {
  Message state(message_key("PROPOSAL-STATE-", report::proposal_state_name(row.state)), {});
  if (!row.withdrawn_on || row.state == ProposalState::withdrawn) return state;
  return Message("LIST-TAKEN-BACK", {{"state", engine.render_all(state)}, {"date", row.withdrawn_on->dotted()}});
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "report/proposal.h"

#include "base/enum_names.h"

namespace esep::report {
namespace {

constexpr EnumNames<ProposalState, 6> kProposalStates{{{ProposalState::awaits_decision, "awaits_decision"},
                                                       {ProposalState::refused, "refused"},
                                                       {ProposalState::awaits_answer, "awaits_answer"},
                                                       {ProposalState::answered, "answered"},
                                                       {ProposalState::withdrawn, "withdrawn"},
                                                       {ProposalState::outside, "outside"}}};

}  // namespace

std::string_view proposal_state_name(ProposalState state) { return enum_name(kProposalStates, state); }

bool ProposalRow::is_overdue() const {
  if (state == ProposalState::awaits_decision) return decision.working_days_late > 0;
  return state == ProposalState::awaits_answer && answer.working_days_late > 0;
}

}  // namespace esep::report

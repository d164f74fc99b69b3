// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/engine.h"
#include "report/proposal.h"

namespace esep::app {

struct ProposalFilter {
  std::string document;  // its key; empty: any
  std::string organisation;
  bool waiting = false;  // only those that wait for a verdict
  bool overdue = false;  // only those whose term is over
};

/// The proposals of every discussion with their terms on the day `today`, by what is due first. Error SUBJECT-UNKNOWN,
/// ORGANISATION-UNKNOWN.
[[nodiscard]] std::vector<report::ProposalRow> list_proposals(Engine& engine, const ProposalFilter& filter,
                                                              calendar::Date today);
/// Name of the document under discussion, or its key if it is not in its register.
[[nodiscard]] LocalText document_title(Engine& engine, const report::ProposalRow& row);
/// PROPOSAL-STATE-…, with the day on which the author took it back after the discussion.
[[nodiscard]] Message proposal_state_message(Engine& engine, const report::ProposalRow& row);

}  // namespace esep::app

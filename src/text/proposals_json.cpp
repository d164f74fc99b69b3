// SPDX-License-Identifier: MIT
#include "text/proposals_json.h"

#include "text/json_value.h"

namespace esep::text {
namespace {

Json verdict_of_proposal(const report::ProposalVerdict& one) {
  Json out;
  out["verdict"] = or_null(one.verdict);
  out["due"] = or_null(one.due);
  out["given"] = or_null(one.given);
  out["working_days_late"] = one.working_days_late;
  return out;
}

}  // namespace

std::string proposals_json(const std::vector<report::ProposalRow>& rows) {
  Json items = Json::array();
  for (const auto& row : rows) {
    Json one;
    one["proposal"] = row.proposal;
    one["register"] = row.register_id;
    one["document"] = row.document;
    one["organisation"] = row.organisation;
    one["posted_on"] = or_null(row.posted_on);
    one["withdrawn_on"] = or_null(row.withdrawn_on);
    one["state"] = report::proposal_state_name(row.state);
    one["decision"] = verdict_of_proposal(row.decision);
    one["answer"] = verdict_of_proposal(row.answer);
    items.push_back(std::move(one));
  }
  return answer("proposals", std::move(items));
}

}  // namespace esep::text

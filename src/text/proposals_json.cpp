// SPDX-License-Identifier: MIT
#include "text/proposals_json.h"

#include <nlohmann/json.hpp>

namespace esep::text {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<calendar::Date>& day) { return day ? Json(day->iso()) : Json(nullptr); }

Json verdict_of_proposal(const report::ProposalVerdict& one) {
  Json out;
  out["verdict"] = one.verdict.empty() ? Json(nullptr) : Json(one.verdict);
  out["due"] = day_or_null(one.due);
  out["given"] = day_or_null(one.given);
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
    one["posted_on"] = day_or_null(row.posted_on);
    one["state"] = report::proposal_state_name(row.state);
    one["decision"] = verdict_of_proposal(row.decision);
    one["answer"] = verdict_of_proposal(row.answer);
    items.push_back(std::move(one));
  }
  Json out;
  out["schema"] = "esep/1";
  out["proposals"] = std::move(items);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace esep::text

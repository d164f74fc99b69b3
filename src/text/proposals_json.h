// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/proposal.h"

namespace esep::text {

/// The proposals of discussions with their terms (docs/json.md).
[[nodiscard]] std::string proposals_json(const std::vector<report::ProposalRow>& rows);

}  // namespace esep::text

// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/engine.h"
#include "document/document.h"
#include "report/proposal.h"

namespace esep::app {

/// The list of proposals with their terms (app/registers/proposal_list.h) as a paper.
[[nodiscard]] document::Document make_proposal_list(Engine& engine, const std::vector<report::ProposalRow>& rows,
                                                    calendar::Date today, Lang lang);

}  // namespace esep::app

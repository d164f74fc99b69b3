// SPDX-License-Identifier: MIT
#pragma once

#include "report/finding.h"
#include "report/read/grid.h"
#include "web/visitor.h"
#include "web/widgets.h"

namespace esep::web {

/// What was found in a file: errors first, each with its place, its cure, its law, and a link to its cell in
/// `sheet_view`. Nothing if there is nothing.
[[nodiscard]] Markup findings_list(const Visitor& visitor, const report::Findings& findings);

/// The sheets of a file as a person sees them, with the wrong cells marked by colour and word; each leads back to its
/// finding. Of a long sheet the rows with findings and those around them. Not the guide of a blank, which the program
/// wrote.
[[nodiscard]] Markup sheet_view(const Visitor& visitor, report::Grid& grid, const report::Findings& findings);

/// The id of a finding on its page, by its place in the list that `sheet_view` gets: the sheet links to it.
[[nodiscard]] std::string finding_id(size_t index);
/// The finding's place, as a link to the cell of `sheet_view` where it has one.
[[nodiscard]] Markup place_link(const report::Finding& finding, const std::string& words);

}  // namespace esep::web

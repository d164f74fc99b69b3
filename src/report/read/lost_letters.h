// SPDX-License-Identifier: MIT
#pragma once

#include "report/finding.h"

namespace esep::report {

/// Makes one finding of several CELL-LETTERS-LOST: the whole file was saved wrongly, so one cure helps all its cells.
/// The first of them stays, with their number. `findings` are of one file, in any order.
void gather_lost_letters(Findings& findings);

}  // namespace esep::report

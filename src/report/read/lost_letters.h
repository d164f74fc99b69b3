// SPDX-License-Identifier: MIT
#pragma once

#include "report/finding.h"
#include "report/read/received_file.h"

namespace esep::report {

/// Makes one finding of several CELL-LETTERS-LOST: the whole file was saved wrongly, so one cure helps all its cells.
/// The first of them stays, with their number. `findings` are of one file, in any order.
void gather_lost_letters(Findings& findings);

/// A text file (CSV) that was saved in an encoding without Kazakh letters: one finding with the number of its cells
/// takes the place of `file.findings` from `first` on, which only follow from it. False: the file is not such a one.
[[nodiscard]] bool tell_lost_encoding(const ReceivedFile& file, size_t first);

}  // namespace esep::report

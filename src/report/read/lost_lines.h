// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/locate.h"
#include "report/read/received_file.h"

namespace esep::report {

/// HEADING-LINE-UNREAD: a line of the form that may be left blank is not in the heading, while an entry stands there
/// that is none of the form's: its label was changed. A required line has its own finding.
void report_lost_lines(const ReceivedFile& file, const Layout& layout);

}  // namespace esep::report

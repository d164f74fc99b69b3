// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/locate.h"

namespace esep::report {

/// A cell whose text is no web address, but a hyperlink that leads to one («сайт»): its finding CELL-URL says so and
/// names the address. What is seen is what is registered, so the address is not taken.
void name_link_targets(const ReceivedFile& file, const Layout& layout);

}  // namespace esep::report

// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"

namespace esep::app {

/// The finding with its place: the cell of a heading field, as far as the file has one.
[[nodiscard]] report::Finding at_field(const CheckedFile& file, const std::string& field, report::Finding out);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "document/say.h"

namespace esep::document {

/// Labels (keys of the message catalogue) with their values. A fact with a blank text is left out.
[[nodiscard]] Fields facts(const Say& say, const std::vector<std::pair<const char*, std::string>>& known);

}  // namespace esep::document

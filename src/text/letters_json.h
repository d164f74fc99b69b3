// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "report/deed.h"
#include "text/json_value.h"

namespace esep::text {

/// The letters with which one revision was sent.
[[nodiscard]] Json letters_json(const std::vector<report::Deed>& letters);
/// Those of a delivery before its last one.
[[nodiscard]] Json earlier_letters_json(const report::Delivery& delivery);

}  // namespace esep::text

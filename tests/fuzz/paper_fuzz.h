// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::fuzz {

/// The first line says what the rest is: "@template" a page template of an office, "@receipt" a file that somebody
/// shows as a receipt, as it comes to `doctor --receipt` and `verify`. Aborts where a promise of the headers is broken.
void read_paper(std::string_view input);

}  // namespace esep::fuzz

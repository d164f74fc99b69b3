// SPDX-License-Identifier: MIT
#pragma once

#include "base/language.h"

namespace esep::web {

/// A language in its own words, whatever the page's language is.
[[nodiscard]] const char* language_name(Lang lang);

}  // namespace esep::web

// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "base/language.h"

namespace esep {

/// Which form of a noun stands beside a number, by the plural rules of Unicode's CLDR: 0, 1 … in their order. English
/// has two (1 day, 2 days), Russian three (1 день, 2 дня, 5 дней), Kazakh one, since a noun does not change after a
/// number. `number` in digits; what is no number counts as many.
[[nodiscard]] size_t plural_form(std::string_view number, Lang lang);

}  // namespace esep

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "form/column.h"

namespace esep::app {

/// "12. Number of users": the column's official number and title. nullptr: `id`.
[[nodiscard]] std::string numbered_title(const form::Column* column, const std::string& id, Lang lang);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "queue/book.h"

namespace esep::queue {

/// What two books do not say alike: "circle C-001", "application 3", "voucher 2", "fund KZ-75 2026", "restriction 1".
[[nodiscard]] std::vector<std::string> differences(const Book& a, const Book& b);

}  // namespace esep::queue

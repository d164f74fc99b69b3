// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/grid.h"

namespace esep::report {

/// «Иә» of «Иә, өзгеріс жоқ»; any other text as it stands.
[[nodiscard]] std::string plain_nil_answer(const std::string& text);

/// Whether the row of a report without changes only says so once more: «Өзгеріс жоқ», or nothing but dashes.
[[nodiscard]] bool says_nil(const std::vector<const GridCell*>& cells);

}  // namespace esep::report

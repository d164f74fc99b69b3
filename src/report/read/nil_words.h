// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/grid.h"
#include "report/read/table_words.h"

namespace esep::report {

/// «Иә» of «Иә, өзгеріс жоқ»; any other text as it stands.
[[nodiscard]] std::string plain_nil_answer(const std::string& text, const TableWords& words);

/// Whether the row of a report without changes only says so once more: «Өзгеріс жоқ», or nothing but dashes.
[[nodiscard]] bool says_nil(const std::vector<const GridCell*>& cells, const TableWords& words);

}  // namespace esep::report

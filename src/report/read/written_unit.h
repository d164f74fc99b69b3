// SPDX-License-Identifier: MIT
#pragma once

#include "report/read/grid.h"
#include "report/read/units.h"

namespace esep::report {

/// A typed number without what is written behind it and changes nothing: «1.» and «12 400 адам» in a column of whole
/// numbers that counts persons, «600 оқушы» in one that counts children, «5 шт.», «5 пайыз» in a column of percentages,
/// «10 000 тг» in one of tenge, «12,5 тыс. тенге» where the form counts thousands of tenge. Any other text is the cell
/// as it stands; of a number format without its unit (without_unit). `wanted`: the units in which the column's numbers
/// are given.
[[nodiscard]] GridCell without_written_unit(GridCell cell, const form::ValueSpec& spec, const Units& wanted);

}  // namespace esep::report

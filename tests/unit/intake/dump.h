// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "report/read/grid.h"

namespace esep::intake::test {

/// A sheet in readable lines: `1: A n 46316 date | C t Атауы`. Kinds: t text, n number, b boolean, e error, with `f`
/// for a formula and `!` for one without value; a hidden row begins with `h`, and
/// so does a cell of a hidden column.
std::string dump(report::Grid& grid, size_t sheet = 0);

/// `code sheet!cell row` of each finding, one per line.
std::string dump(const report::Findings& findings);

/// Opens, reads everything; the dump of the refusal, or of the first sheet followed by the problems met.
std::string read_all(const std::string& bytes);

/// The same without the text: only the findings.
std::string findings_of(const std::string& bytes);

}  // namespace esep::intake::test

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep::fuzz {

/// One input of the reader's fuzzer. Two kinds:
///  * `@xlsx` on the first line: parts of a workbook as text, each after a line `@part NAME`; parts that are not given
///  are those
///    of a small right workbook. They are zipped first, so that mutations reach the XML instead of breaking sums.
///  * anything else: the bytes of a received file.
/// Everything is read through every call of the grid; promises of report/grid.h are checked (abort when one is broken).
void read_input(std::string_view input);

}  // namespace esep::fuzz

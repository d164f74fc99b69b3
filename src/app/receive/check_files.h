// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/receive/checker.h"

namespace esep::app {

/// Reads and checks the files of one call in order and opens the next ones meanwhile. Two files with the same report
/// get DUPLICATE-KEY. `each` receives every file while `checker.last_rows()` are its rows.
void check_files(Checker& checker, const std::vector<std::string>& files,
                 const std::function<void(CheckedFile&)>& each);

}  // namespace esep::app

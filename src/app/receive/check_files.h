// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/receive/checker.h"

namespace esep::app {

/// Reads and judges the files of one call in their order, the next ones being opened meanwhile. Two that are the same
/// report say so (DUPLICATE-KEY). `each` gets every file while `checker.last_rows()` are its rows.
void check_files(Checker& checker, const std::vector<std::string>& files,
                 const std::function<void(CheckedFile&)>& each);

}  // namespace esep::app

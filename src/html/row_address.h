// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

namespace esep::html {

/// The page about what a row with this anchor names, to which its first cell leads; empty: there is none.
using RowAddress = std::function<std::string(const std::string& anchor)>;

}  // namespace esep::html

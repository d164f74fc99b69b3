// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// An argument of a command line that a message recommends, so that a shell reads it back as it is: quoted if it is
/// empty or has a blank, a quote or another sign that a shell takes for its own.
[[nodiscard]] std::string shell_quoted(std::string_view argument);

}  // namespace esep

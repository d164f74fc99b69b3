// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace esep {

/// The hint that names the candidate nearest to `word`; `otherwise` if none is near.
[[nodiscard]] Message did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                                   Message otherwise = {});

}  // namespace esep

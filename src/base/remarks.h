// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace esep {

/// What is said beside one thing, in one line: «мерзім белгіленбеген; оқиға тіркелмеген». Sentences among the parts
/// lose their full stops.
[[nodiscard]] std::string join_remarks(std::vector<std::string> remarks);

}  // namespace esep

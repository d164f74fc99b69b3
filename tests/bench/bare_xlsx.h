// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace esep::bench {

struct BareCount {
  int64_t cells = 0;
  int64_t bytes = 0;  // of all values
};

/// The least that any reader on minizip and expat must do: inflate shared strings and the first sheet, parse them, look
/// at every value. No types, no dates, no limits, no findings.
[[nodiscard]] BareCount read_bare(const std::string& path);

}  // namespace esep::bench

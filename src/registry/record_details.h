// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/duty.h"
#include "report/status.h"

/// What the history says of a record: written with it, and compared with it by `examine`.
namespace esep::registry {

[[nodiscard]] std::string event_details(const report::Event& event);
[[nodiscard]] std::string waiver_details(const report::Waiver& waiver);
[[nodiscard]] std::string lock_details(std::string_view form, std::string_view period,
                                       std::string_view reason);
[[nodiscard]] std::string paper_details(std::string_view code, std::string_view sha256, std::string_view kind,
                                        std::string_view language);

/// The `key=value` lines of an entry in their order, escapes undone.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_details(std::string_view details);

}  // namespace esep::registry

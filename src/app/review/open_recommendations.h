// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/core/engine.h"

namespace esep::app {

/// Open recommendations on any report of this organisation, subject and form, as lines for the next blank: number,
/// term, place, text. `say` renders in the paper's language.
[[nodiscard]] std::vector<std::string> open_recommendation_lines(Engine& engine, const report::ReportKey& key,
                                                                 const std::function<std::string(const Message&)>& say);

}  // namespace esep::app

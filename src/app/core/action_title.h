// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// What an entry of the history records, in words: "report registered (submit)". The id in brackets is what `--action`
/// takes. The id alone, where it is of another program.
[[nodiscard]] std::string action_words(Engine& engine, const std::string& action, Lang lang);
/// The words alone: "report registered".
[[nodiscard]] std::string action_title(Engine& engine, const std::string& action, Lang lang);

}  // namespace esep::app

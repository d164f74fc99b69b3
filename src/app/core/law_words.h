// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// `text` with the words that the law has on the day: data/law_words.toml, the one place that says from which day on
/// other words hold. Error DataInvalid if that file is wrong.
[[nodiscard]] LocalText in_words_of_law(const Engine& engine, LocalText text, calendar::Date day);

}  // namespace esep::app

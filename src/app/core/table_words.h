// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/read/table_words.h"

namespace esep::app {

inline constexpr std::string_view kTableWordsFile = "data/table_words.toml";

/// data/table_words.toml; without the file no words. Throws datafile::DataInvalid if it is wrong.
[[nodiscard]] report::TableWords table_words(const Engine& engine);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "app/core/engine.h"
#include "datafile/toml.h"

/// Files with the texts of letters: entries `[[letter]]`, each in force `from` a day on.
namespace esep::app {

/// Calls `read` with the file's root. Error DataInvalid with all mistakes, including those that `read` reports.
void read_letter_texts(const Engine& engine, std::string_view file,
                       const std::function<void(datafile::TableReader& root)>& read);
[[nodiscard]] calendar::Date letter_from(datafile::TableReader& letter);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string_view>

#include "app/core/engine.h"
#include "datafile/toml.h"

/// Data files of the library that only app/ reads: letters, words of a law, titles of events.
namespace esep::app {

/// Calls `read` with the file's root. Error DataInvalid with all mistakes, including those that `read` reports.
void read_data_file(const Engine& engine, std::string_view file,
                    const std::function<void(datafile::TableReader& root)>& read);
/// The key `from` of an entry. Error TOML-BAD-VALUE among those of the file.
[[nodiscard]] calendar::Date in_use_from(datafile::TableReader& entry);

}  // namespace esep::app

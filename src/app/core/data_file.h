// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "app/core/engine.h"
#include "datafile/data_invalid.h"
#include "datafile/toml.h"

/// Data files of the library: letters, words of a law, titles of events, words in tables.
namespace esep::app {

/// Calls `read` with the file's root. Error DataInvalid with all mistakes, including those that `read` reports.
void read_data_file(const Engine& engine, std::string_view file,
                    const std::function<void(datafile::TableReader& root)>& read);
/// What a lower folder reads from a file that may be left out; nullopt: it is. Error DataInvalid as above.
template <class Data>
[[nodiscard]] std::optional<Data> read_optional_data(const Engine& engine, std::string_view file,
                                                     Data (*read)(const datafile::LibraryFile&, Diagnostics&)) {
  const auto found = engine.library().find(file);
  if (!found) return std::nullopt;
  Diagnostics diagnostics;
  Data out = read(*found, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}
/// The key `from` of an entry. Error TOML-BAD-VALUE among those of the file.
[[nodiscard]] calendar::Date in_use_from(datafile::TableReader& entry);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/core/data_file.h"

#include "datafile/data_invalid.h"

namespace esep::app {

void read_data_file(const Engine& engine, std::string_view file,
                    const std::function<void(datafile::TableReader& root)>& read) {
  const auto found = engine.library().get(file);
  Diagnostics diagnostics;
  if (const auto parsed = datafile::File::parse(found.origin, found.text, diagnostics)) {
    datafile::TableReader root(parsed->root(), diagnostics);
    read(root);
    root.finish();
  }
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
}

calendar::Date in_use_from(datafile::TableReader& entry) {
  const auto from = calendar::Date::parse_iso(entry.optional_date("from").value_or(""));
  if (!from)
    entry.report("from", "TOML-BAD-VALUE",
                 Message("TOML-BAD-VALUE", {{"key", "from"}, {"value", "?"}, {"known", "2026-11-21"}}));
  return from.value_or(calendar::Date{});
}

}  // namespace esep::app

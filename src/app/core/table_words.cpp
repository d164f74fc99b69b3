// SPDX-License-Identifier: MIT
#include "app/core/table_words.h"

#include "datafile/data_invalid.h"

namespace esep::app {

report::TableWords table_words(const Engine& engine) {
  const auto file = engine.library().find(kTableWordsFile);
  if (!file) return {};
  Diagnostics diagnostics;
  auto out = report::read_table_words(*file, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

}  // namespace esep::app

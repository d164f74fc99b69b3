// SPDX-License-Identifier: MIT
#include "app/core/table_words.h"

#include "app/core/data_file.h"

namespace esep::app {

report::TableWords table_words(const Engine& engine) {
  return read_optional_data(engine, kTableWordsFile, report::read_table_words).value_or(report::TableWords{});
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "datafile/library.h"

namespace esep::report {

/// What people write into a table that is no entry (data/table_words.toml).
struct TableWords {
  std::vector<std::string> no_changes, yes;  // as plain_words() gives them
  std::vector<std::string> marks, offices;   // of signatures; the same
  std::vector<std::string> totals, notes;    // folded only: the beginnings of rows
};
[[nodiscard]] TableWords read_table_words(const datafile::LibraryFile& file, Diagnostics& diagnostics);

/// The words of the text, folded, with one blank between them.
[[nodiscard]] std::string plain_words(std::string_view text);

}  // namespace esep::report

// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// How people write names (data/name_words.toml). Words are folded as fold_look_alikes() folds them.
struct NameWords {
  std::vector<std::string> columns;                // beginnings of ids
  std::vector<std::vector<std::string>> left_out;  // sequences of words
  std::set<std::string> accompany, link, towards, no_initial;
  std::vector<std::string> another;  // beginnings
  std::vector<std::vector<std::string>> firms;

  /// Whether a column of a register holds names.
  [[nodiscard]] bool is_of_name(std::string_view column) const;
  [[nodiscard]] bool makes_another(std::string_view word) const;
  /// Whether the text names a firm by its legal form.
  [[nodiscard]] bool names_firm(std::string_view text) const;
};

/// Empty if there is no such file. Error DataInvalid if it is wrong.
[[nodiscard]] NameWords read_name_words(const Engine& engine);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "app/core/engine.h"

namespace esep::app {

/// The words of the law by day: data/law_words.toml, the one place that says from which day on other words hold, read
/// once by the engine (Engine::law_words). Error DataInvalid if that file is wrong.
class LawWords {
 public:
  explicit LawWords(const Engine& engine);
  /// `text` with the words that the law has on the day.
  [[nodiscard]] LocalText on(LocalText text, calendar::Date day) const;

 private:
  struct Change {
    calendar::Date from;
    LocalText before;
    LocalText after;
  };
  std::vector<Change> changes_;
};

}  // namespace esep::app

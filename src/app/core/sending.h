// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "app/core/standings.h"

namespace esep::app {

/// The letters with which a report was sent that the register composed for a period.
struct Sending {
  std::vector<report::Deed> letters;  // with this revision; empty: it was not sent
  LocalText said;                     // how it was sent, or that it was not
  Message timeliness;                 // by the day of the letter; empty: nothing was sent
  [[nodiscard]] bool is_sent() const { return !letters.empty(); }
};

/// nullopt: such a report is not sent by letter. Its hour of composing is no receipt.
[[nodiscard]] std::optional<Sending> sending_of(Engine& engine, Standings& standings,
                                                const report::Submission& submission);

}  // namespace esep::app

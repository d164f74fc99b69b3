// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "registry/registry.h"

namespace esep::registry {

/// One thing that is wrong with a register. The message's key is its code (DOCTOR-… or SQLITE-…).
struct Damage {
  std::string part;   // "database", "history", "file", "form", "submission", "rows", "record", "receipt"
  std::string place;  // "S-000004", an entry's number, a hash or a table's name; may be empty
  Message message;
};

struct Examination {
  std::vector<Damage> damage;
  std::vector<StepBack> steps_back;  // no damage, but a person has to look
  int64_t entries = 0;               // of the history
  int64_t files = 0;                 // as received
  int64_t submissions = 0;
  std::string head;  // of the chain
};

/// Checks everything that can be checked without asking anybody: SQLite's own structure and references, the chain, the
/// bytes of files and form texts. Each submission, its rows, and the registers, events, waivers, locks and papers are
/// compared with what the history says of them. Writes nothing. A part that cannot be read is damage, not an Error. The
/// register is seen as it stood at the beginning, whatever others write meanwhile.
[[nodiscard]] Examination examine(Registry& registry);

}  // namespace esep::registry

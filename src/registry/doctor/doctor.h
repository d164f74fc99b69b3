// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "registry/registry.h"

namespace esep::registry {

/// One thing that is wrong with a register; the message's key is its code (DOCTOR-… or SQLITE-…).
struct Damage {
  std::string part;   // "database", "history", "file", "form", "submission", "rows", "record", "receipt"
  std::string place;  // "S-000004", an entry's number, a hash, a table's name; may be empty
  Message message;
};

struct Examination {
  std::vector<Damage> damage;
  int64_t entries = 0;  // of the history
  int64_t files = 0;    // as received
  int64_t submissions = 0;
  std::string head;  // of the chain
};

/// Everything that can be checked without asking anybody: SQLite's own structure and references, the chain, the bytes
/// of files and form texts, each submission and its typed rows, registers, events, waivers, locks and papers against
/// what the history says of them. Writes nothing; a part that cannot be read is damage, not an Error.
[[nodiscard]] Examination examine(Registry& registry);

}  // namespace esep::registry

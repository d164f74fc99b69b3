// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registry/details.h"
#include "registry/record_number.h"
#include "registry/registry.h"

namespace esep::registry {

/// What a register that is replaced has more than the one that replaces it.
struct Surplus {
  std::vector<HistoryEntry> entries;         // of its history that the other one lacks, in their order
  std::map<RecordKind, int64_t> last;        // the last number of each kind that it gave
  [[nodiscard]] size_t submissions() const;  // those among the entries
};

/// Reads `replaced` beside `other`. nullopt: it cannot be read as a register, so nobody knows what it had.
[[nodiscard]] std::optional<Surplus> surplus_of(const std::filesystem::path& replaced, Registry& other);

/// The entries of a restoration, in one transaction: `restore` with the lines of `about`; and for each submission that
/// is lost with the replaced register an entry `restore_lost`, which names it. From then on the register gives no
/// number that the replaced one gave.
void note_restoration(Registry& registry, Details about, const Surplus* lost, const Actor& actor);

/// The next number of a kind: after the last one given here or in a register that this one replaced. Inside the
/// caller's transaction.
[[nodiscard]] int64_t next_id(const Registry& registry, RecordKind kind);

/// The number that stood last before the restoration, which the entry `restore` keeps; 0: none.
[[nodiscard]] int64_t last_given_before(const HistoryEntry& restoration, RecordKind kind);

}  // namespace esep::registry

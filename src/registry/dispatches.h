// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "registry/registry.h"
#include "report/dispatch.h"

namespace esep::registry {

/// The sendings of papers that the register formed.
///
/// Threads: as its Registry, one thread at a time.
class Dispatches {
 public:
  /// The register must outlive it.
  explicit Dispatches(Registry& registry) : registry_(&registry) {}

  /// In one transaction with its entry of the history. Returns what was recorded for the same key before; nullopt:
  /// nothing was.
  std::optional<report::Dispatch> add(const report::Dispatch& dispatch, const Actor& actor);
  /// In the order of recording.
  [[nodiscard]] std::vector<report::Dispatch> all() const;

 private:
  Registry* registry_;
};

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "registry/registry.h"
#include "report/fulfilment.h"

namespace esep::registry {

/// What was done of duties without a form.
///
/// Threads: as its Registry, one thread at a time.
class Fulfilments {
 public:
  /// The register must outlive it.
  explicit Fulfilments(Registry& registry) : registry_(&registry) {}

  /// In one transaction with its entry of the history. Returns what was in force for the same duty before; nullopt:
  /// nothing was. Error DONE-NOT-RECORDED: it takes back what is not there.
  std::optional<report::Fulfilment> add(const report::Fulfilment& fulfilment, const Actor& actor);
  /// In the order of recording.
  [[nodiscard]] std::vector<report::Fulfilment> all() const;

 private:
  Registry* registry_;
};

}  // namespace esep::registry

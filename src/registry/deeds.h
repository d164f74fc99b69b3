// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "registry/registry.h"
#include "report/deed.h"

namespace esep::registry {

/// What was done of duties beside reports: papers sent, things published, deliveries to addressees.
///
/// Threads: as its Registry, one thread at a time.
class Deeds {
 public:
  /// The register must outlive it.
  explicit Deeds(Registry& registry) : registry_(&registry) {}

  /// Called inside the transaction with what was in force (nullptr: nothing); throws to refuse. It may complete the
  /// record, which is read afterwards.
  using Permit = std::function<void(const report::Deed* before)>;
  /// In one transaction with its entry of the history. `first` is called before what was in force is looked up. Returns
  /// what was in force for the same duty and addressee before; nullopt: nothing was. The same facts again are not
  /// written. Error DONE-NOT-RECORDED: it takes back what is not there.
  std::optional<report::Deed> add(const report::Deed& deed, const Actor& actor, const Permit& permit = {},
                                  const Registry::Permit& first = {});
  /// In the order of recording.
  [[nodiscard]] std::vector<report::Deed> all() const;

 private:
  Registry* registry_;
};

}  // namespace esep::registry

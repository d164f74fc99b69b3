// SPDX-License-Identifier: MIT
#include "app/registers/add_deed.h"

#include "app/core/titles.h"

namespace esep::app {

std::optional<report::Deed> add_deed(Engine& engine, const report::Deed& deed, const registry::Actor& actor,
                                     const registry::Deeds::Permit& permit, const registry::Registry::Permit& first) {
  return titled(engine, [&] { return registry::Deeds(engine.registry()).add(deed, actor, permit, first); });
}

}  // namespace esep::app

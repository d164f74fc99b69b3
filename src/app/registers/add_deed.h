// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "registry/deeds.h"

namespace esep::app {

/// registry::Deeds::add, whose error names the duty by its title.
std::optional<report::Deed> add_deed(Engine& engine, const report::Deed& deed, const registry::Actor& actor,
                                     const registry::Deeds::Permit& permit, const registry::Registry::Permit& first);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::fuzz {

/// Reads a text as what its first line says: `@toml`, `@csv`, `@calendar`, `@form`, `@register`, `@roadmap`,
/// `@workflow`,
/// `@rule`, `@query`. Ends the program when a promise is broken: what is wrong comes back as diagnostics, what is right
/// reads back the same.
void read_data(std::string_view input);

}  // namespace esep::fuzz

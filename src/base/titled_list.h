// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace esep {

/// A thing that people know by its title and type by its id.
struct Titled {
  std::string id;
  LocalText title;
};

/// «утверждение (approved); размещение (posted)»: of what one may choose. A thing without a title is its id.
[[nodiscard]] LocalText titled_list(const std::vector<Titled>& things);

/// The thing that a text names by its id, or by its title in any language as people type it; nullptr: none, or a title
/// of several.
[[nodiscard]] const Titled* find_titled(const std::vector<Titled>& things, std::string_view typed);

}  // namespace esep

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/message.h"

namespace esep {

/// A thing that people know by its title and type by its id.
struct Titled {
  std::string id;
  LocalText title;
};

/// «утверждение (approved); размещение (posted)»: of what one may choose. A thing without a title is its id.
[[nodiscard]] LocalText titled_list(const std::vector<Titled>& things);

/// The thing that a text names by its id, or by its title in any language as people type it: in any case, with or
/// without quotation marks, alone or as `titled_list` shows it; nullptr: none, or a title of several. A thing may stand
/// in the list more than once, with each of its titles.
[[nodiscard]] const Titled* find_titled(const std::vector<Titled>& things, std::string_view typed);

/// The hint that names the id of the thing whose id or title is nearest to the text; blank: none is near.
[[nodiscard]] Message did_you_mean(std::string_view typed, const std::vector<Titled>& things);

}  // namespace esep

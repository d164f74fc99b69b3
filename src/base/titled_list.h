// SPDX-License-Identifier: MIT
#pragma once

#include <string>
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

}  // namespace esep

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace esep::form {

/// The ids of columns, fields or other items in order, for suggestions after a wrong id.
template <typename Item>
[[nodiscard]] std::vector<std::string> ids_of(const std::vector<Item>& items) {
  std::vector<std::string> out;
  out.reserve(items.size());
  for (const Item& item : items) out.push_back(item.id);
  return out;
}

}  // namespace esep::form

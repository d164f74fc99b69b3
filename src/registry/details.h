// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The text of an entry of the history: `key=value` lines. Line breaks and backslashes in values are escaped.
namespace esep::registry {

/// Builds the text. Keys stand in the order in which they are added, for the text is hashed.
class Details {
 public:
  Details& add(std::string_view key, std::string_view value);
  Details& add(std::string_view key, int64_t value);
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// The lines in their order, escapes undone.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> read_details(std::string_view details);

using DetailsByKey = std::map<std::string, std::string>;
/// The same by key. The last line counts when a key stands twice.
[[nodiscard]] DetailsByKey details_by_key(std::string_view details);

}  // namespace esep::registry

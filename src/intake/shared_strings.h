// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "intake/zip_archive.h"

namespace esep::intake {

/// A workbook's table of strings: characters in large blocks, and eight bytes for each string.
class SharedStrings {
 public:
  /// False if the limit of count or bytes is exceeded.
  [[nodiscard]] bool add(std::string_view text, bool struck = false);
  [[nodiscard]] size_t size() const { return places_.size(); }
  [[nodiscard]] std::string_view at(size_t index) const;
  /// Whether a part of it is crossed out.
  [[nodiscard]] bool is_struck(size_t index) const { return !struck_.empty() && struck_.contains(index); }

 private:
  struct Place {
    uint32_t block;
    uint32_t offset;
  };
  std::vector<std::string> blocks_;  // strings with their length in four bytes before them
  std::vector<Place> places_;
  std::unordered_set<size_t> struck_;
  size_t bytes_ = 0;
};

/// Reads sharedStrings.xml. nullopt with `refusal` if it is damaged or exceeds the limits.
[[nodiscard]] std::optional<SharedStrings> read_shared_strings(const ZipArchive& archive, const ZipEntry& entry,
                                                               Problem& refusal);

}  // namespace esep::intake

// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/rich_text.h"
#include "intake/spill_file.h"
#include "intake/zip_archive.h"

namespace esep::intake {

/// A workbook's table of strings: characters in large blocks, and eight bytes for each string. The characters of a
/// table without measure (kMaxKeptStringBytes) stand in a file.
class SharedStrings {
 public:
  /// False if the limit of count or bytes is exceeded.
  [[nodiscard]] bool add(std::string_view text, const RunMarks& marks = {});
  [[nodiscard]] size_t size() const { return places_.size(); }
  /// Valid until the next call.
  [[nodiscard]] std::string_view at(size_t index) const;
  /// nullptr: all of it is written as its cell.
  [[nodiscard]] const RunMarks* marks(size_t index) const;

 private:
  void add_to_file(std::string_view text);

  static constexpr uint32_t kInFile = UINT32_MAX;
  struct Place {
    uint32_t block;
    uint32_t offset;
  };
  std::vector<std::string> blocks_;  // strings with their length in four bytes before them
  std::unique_ptr<SpillFile> file_;  // the same, of what has no room in the blocks
  std::vector<Place> places_;
  std::unordered_map<size_t, RunMarks> marks_;
  size_t bytes_ = 0;
};

/// Reads sharedStrings.xml. nullopt with `refusal` if it is damaged or exceeds the limits.
[[nodiscard]] std::optional<SharedStrings> read_shared_strings(const ZipArchive& archive, const ZipEntry& entry,
                                                               Problem& refusal);

}  // namespace esep::intake

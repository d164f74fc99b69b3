// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// Writes a zip archive in memory. The same parts in the same order give the same bytes: the entries bear no time of
/// their own. Names are UTF-8.
class ZipFile {
 public:
  /// A part of less than 4 GiB under a new name. Error ZIP-TOO-LARGE.
  void add(std::string_view name, std::string_view content);
  /// The archive; add no part afterwards. Error ZIP-TOO-LARGE.
  [[nodiscard]] std::string finish();

 private:
  std::string bytes_;
  std::string directory_;
  size_t count_ = 0;
};

}  // namespace esep

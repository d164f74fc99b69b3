// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/look_rule.h"
#include "intake/zip_archive.h"

namespace esep::intake {

/// Keeps what stands behind the rows of a sheet while its bytes pass by: conditional formats change how the rows before
/// them are read. The rows themselves are not parsed.
class SheetTail {
 public:
  void feed(std::string_view chunk);
  /// The conditional formats in it. `styles`: the workbook's. The sheet is parsed as a whole where its tail cannot be.
  [[nodiscard]] ReadRules rules(const ZipArchive& archive, const ZipEntry& entry, const Styles& styles);

 private:
  enum class At { head, rows, tail };
  void find_root();
  void find_rows_end();

  At at_ = At::head;
  std::string head_;     // as far as the root element's tag
  std::string pending_;  // the end of the rows that passed last, or the tail
};

}  // namespace esep::intake

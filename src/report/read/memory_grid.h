// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/read/grid.h"

namespace esep::report {

/// A Grid of texts in memory, for examples of form files.
class MemoryGrid : public Grid {
 public:
  MemoryGrid(std::string sheet, std::vector<std::vector<std::string>> rows);
  [[nodiscard]] const std::vector<SheetInfo>& sheets() const override { return sheets_; }
  [[nodiscard]] std::unique_ptr<RowCursor> rows(size_t sheet) override;
  [[nodiscard]] std::vector<MergedRange> merged(size_t) override { return {}; }
  [[nodiscard]] const Findings& problems() const override { return problems_; }

 private:
  std::vector<SheetInfo> sheets_;
  std::vector<std::vector<std::string>> rows_;
  Findings problems_;
};

}  // namespace esep::report

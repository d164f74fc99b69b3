// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/document.h"

namespace esep::document {

/// The axis of a chart: round figures from below its least value to above its greatest, and the place of a value
/// between them. Whole numbers only, so that a drawing is the same everywhere.
class ChartScale {
 public:
  /// At most five intervals. With zero on the axis, but for tiles, which compare and do not measure.
  explicit ChartScale(const Chart& chart);

  struct Span {
    int64_t from = 0;
    int64_t to = 0;  // not before `from`
  };
  /// Place of a value on an axis of `length` parts: 0 … length.
  [[nodiscard]] int64_t at(Decimal value, int64_t length) const;
  /// Where the bar of a value begins and ends; in a stacked chart beyond the earlier series of the same sign.
  [[nodiscard]] Span bar(size_t series, size_t category, int64_t length) const;
  /// The round figures, lowest first; those too great to be a Decimal are left out.
  [[nodiscard]] const std::vector<Decimal>& ticks() const { return ticks_; }
  /// Which of `classes` equal parts of the axis a value belongs to.
  [[nodiscard]] int class_of(Decimal value, int classes) const;

 private:
  __extension__ using Wide = __int128;  // ten-thousandths; sums of a stack pass 64 bits
  void find_range();
  void round_range();
  [[nodiscard]] Wide units(size_t series, size_t category) const;
  [[nodiscard]] int64_t place(Wide units, int64_t length) const;

  const Chart& chart_;
  bool whole_ = true;  // no value has a fraction: neither have the ticks
  Wide low_ = 0;
  Wide high_ = 0;
  std::vector<Decimal> ticks_;
};

/// The value of a series in a category, if it is known.
[[nodiscard]] std::optional<Decimal> chart_value(const Chart& chart, size_t series, size_t category);

}  // namespace esep::document

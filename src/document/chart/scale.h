// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "document/document.h"

namespace esep::document {

/// The axis of a chart: round figures from below the least value to above the greatest, and the place of a value
/// between them. It uses only whole numbers, so that a drawing is the same everywhere.
class ChartScale {
 public:
  /// At most five intervals. The axis includes zero, except for tiles, which only compare.
  explicit ChartScale(const Chart& chart);

  struct Span {
    int64_t from = 0;
    int64_t to = 0;  // not before `from`
  };
  /// Place of a value on an axis of `length` parts: 0 … length.
  [[nodiscard]] int64_t at(Decimal value, int64_t length) const;
  /// Begin and end of a value's bar; in a stacked chart it follows the earlier series of the same sign.
  [[nodiscard]] Span bar(size_t series, size_t category, int64_t length) const;
  /// The round figures, lowest first, without those that exceed a Decimal.
  [[nodiscard]] const std::vector<Decimal>& ticks() const { return ticks_; }
  /// The decimal places that each of them shows.
  [[nodiscard]] int tick_places() const;
  /// The part of the axis, of `classes` equal ones, to which a value belongs.
  [[nodiscard]] int class_of(Decimal value, int classes) const;

 private:
  __extension__ using Wide = __int128;  // ten-thousandths; sums of a stack may exceed 64 bits
  void find_range();
  void round_range();
  [[nodiscard]] Wide units(size_t series, size_t category) const;
  [[nodiscard]] int64_t place(Wide units, int64_t length) const;

  const Chart& chart_;
  bool whole_ = true;  // no value has a fraction, so no tick has one
  Wide low_ = 0;
  Wide high_ = 0;
  std::vector<Decimal> ticks_;
};

/// The decimal places that each figure of the chart shows: as many as any of them needs.
[[nodiscard]] int chart_places(const Chart& chart);

/// The value of a series in a category, if it is known.
[[nodiscard]] std::optional<Decimal> chart_value(const Chart& chart, size_t series, size_t category);

}  // namespace esep::document

// SPDX-License-Identifier: MIT
#pragma once

#include "document/build/blank_workbook.h"

namespace esep::document {

/// The least and the greatest value of a cell, as far as they are known before the report is handed in.
struct Limits {
  form::Value min;  // blank: none
  form::Value max;
  std::vector<std::string> words;  // «Не меньше 0.» in the language of the blank
};

/// From `min` and `max`, or else from a rule of the form that only compares the value with a number.
[[nodiscard]] Limits limits_of(const form::ValueSpec& spec, const BlankRequest& request);

/// «Сумма граф 3, 4.», for each sum or total that the form asks of the value.
[[nodiscard]] std::vector<std::string> sums_of(const form::ValueSpec& spec, const BlankRequest& request);

}  // namespace esep::document

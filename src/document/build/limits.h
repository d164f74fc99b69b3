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

[[nodiscard]] Limits limits_of(const form::ValueSpec& spec, const BlankRequest& request);

}  // namespace esep::document

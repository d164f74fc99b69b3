// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.h"

namespace esep::registry {

/// What the papers of a submission say in one language, beside the Kazakh of its heading and rows: kept with it, so
/// that they print from the register alone whatever is renamed later.
struct PaperText {
  /// Title of the reporting body, in every language of papers. A submission without it came by an earlier program.
  static constexpr std::string_view kOrganisation = "_organisation";
  /// Number of rows in this language, where it is another than in Kazakh.
  static constexpr std::string_view kRows = "_rows";

  Lang lang = Lang::ru;
  int64_t row = 0;    // of a composed report, from 1; 0: of the heading
  std::string name;   // id of the field or column, or one of the names above
  std::string value;  // canonical text; empty: blank
};

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#pragma once

#include "app/query/summary_query.h"

namespace esep::app {

/// Texts that all tables of a summary share.
struct SummaryWords {
  Lang lang = Lang::kk;
  std::string continued;  // «Кестенің жалғасы»
  LocalText sources;      // header of the column with the reports behind a row
};

/// The table or matrix of a block; nullopt: its query gives no rows.
[[nodiscard]] std::optional<document::Table> summary_table(SummaryQuery& query, const form::SummaryBlock& block,
                                                           const SummaryWords& words);

}  // namespace esep::app

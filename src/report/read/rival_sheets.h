// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "report/read/locate.h"

namespace esep::report {

/// A table of the form on one of the sheets.
struct SheetTable {
  Layout layout;
  bool titled = false;  // by the form's titles, not by bare numbers, which foreign data have, too
  bool filled = false;  // the agency has entered rows, or the mark that there is nothing to report
  bool headed = false;  // words stand above its columns
};

/// The one of the tables that is the report; nullopt: there is none. The form's titles say more than numbers, and of
/// such tables the filled one is the report. Nobody can know which of two filled ones, or of blank ones, is, nor
/// whether a filled one without the titles is, beside a blank one with them. Findings TABLE-TWICE, TABLE-BLANK-COPY.
[[nodiscard]] std::optional<size_t> settle_tables(const ReceivedFile& file, const std::vector<SheetTable>& tables);

}  // namespace esep::report

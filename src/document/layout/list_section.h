// SPDX-License-Identifier: MIT
#pragma once

#include "document/document.h"

namespace esep::document {

/// A list as it stands on paper: columns in which no row has a text are left out of its tables. Reads all rows once;
/// `section` must outlive the result.
[[nodiscard]] Section list_on_paper(const Section& section);

/// Whether its tables surely take more than a few pages. Reads no more rows than that.
[[nodiscard]] bool has_many_rows(const Section& section);

}  // namespace esep::document

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"
#include "report/duty/status.h"

namespace esep::app {

/// A paper about who reported on a form for a period, who is late and who is missing.
[[nodiscard]] document::Document make_status(Engine& engine, const std::vector<report::StatusRow>& rows,
                                             const std::string& form, const calendar::Period& period,
                                             calendar::Date today, Lang lang);

}  // namespace esep::app

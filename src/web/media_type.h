// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "report/output_format.h"

namespace esep::web {

/// What a browser is told of a file: "application/pdf".
[[nodiscard]] std::string media_type(report::OutputFormat format);

}  // namespace esep::web

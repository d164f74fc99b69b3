// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "form/value_spec.h"

namespace esep::report {

/// «Сынақ: 05.10.2026» → "trial: 2026-10-05"; a dash between blanks stands for the colon where the form has labels.
[[nodiscard]] std::optional<std::string> labelled_date(const form::ValueSpec& column, const std::string& line);
/// «18.06.2025» of «от 18.06.2025»; another text with its spaces squeezed.
[[nodiscard]] std::string without_from(const std::string& typed);

}  // namespace esep::report

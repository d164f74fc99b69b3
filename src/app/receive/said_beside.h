// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/core/row_names.h"
#include "app/receive/another_identity.h"

namespace esep::app {

/// A line of the heading that names its own organisation, subject or period may say more: «Министерство транспорта,
/// ноябрь 2026», «октябрь 2026, Министерство финансов». What contradicts the file's key, PERIOD-SHOWN,
/// ORGANISATION-SHOWN or SUBJECT-SHOWN; std::nullopt: nothing does. An address, a unit, a person or a telephone is no
/// contradiction. `line`: what the line itself names.
[[nodiscard]] std::optional<AnotherIdentity> said_beside(Engine& engine, const CheckedFile& file, NameBook& names,
                                                         Identity line, const std::string& text);

}  // namespace esep::app

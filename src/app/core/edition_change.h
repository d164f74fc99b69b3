// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// The register has accepted reports on this edition, and the form's file now has other columns: neither the old rows
/// nor the new ones would fit. The arguments of the message FORM-COLUMNS-CHANGED; nullopt: the edition can receive
/// reports.
[[nodiscard]] std::optional<Message::Args> edition_change(Engine& engine, const form::FormDefinition& form);

/// DOCTOR-COLUMNS-CHANGED for each edition of the data that cannot receive reports for that reason.
[[nodiscard]] std::vector<Message> edition_change_remarks(Engine& engine);

}  // namespace esep::app

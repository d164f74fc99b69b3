// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"

namespace esep::app {

/// Where the day of the obligation's event is given: in a column of the register of its subjects, else by `esep event`.
[[nodiscard]] Message event_advice(Engine& engine, const form::Obligation& obligation);
/// The column's advice; nullopt: no register has such a column.
[[nodiscard]] std::optional<Message> event_column_advice(Engine& engine, const form::Obligation& obligation);

}  // namespace esep::app

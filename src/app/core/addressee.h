// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/engine.h"
#include "form/obligation.h"

namespace esep::app {

/// Checks that a delivery of that day names one of the addressees where there are several, and none where there are
/// not. Error (usage) DONE-ADDRESSEE-NEEDED, DONE-ADDRESSEE-UNKNOWN, DONE-ADDRESSEE-NONE.
void require_addressee(Engine& engine, const form::Recipient& recipient, const std::string& addressee,
                       calendar::Date day);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include "cli/session.h"
#include "registry/doctor/doctor.h"

namespace esep::cli {

/// One line for each damage: "S-000004: …".
void print_damage(Session& session, const registry::Examination& examination, std::ostream& out);
/// "Nothing wrong: …" or "… in all".
[[nodiscard]] Message examination_message(const registry::Examination& examination);

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "text/eml.h"

namespace esep::app {

/// Nobody's address: the top-level domain is reserved (RFC 2606). The mail program puts in the real sender.
inline constexpr const char* kNobodysAddress = "esep@localhost.invalid";

/// The sender of letters: the caller's, else `mail_sender` of esep.toml, else nobody. Error REMIND-SENDER (usage) if it
/// is not a «Name <address>».
[[nodiscard]] text::Mailbox mail_sender(Engine& engine, const std::optional<std::string>& said);

}  // namespace esep::app

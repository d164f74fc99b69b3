// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "text/eml.h"

namespace esep::app {

/// Nobody's: the top-level domain is reserved (RFC 2606), and the mail program puts the real sender in its place.
inline constexpr const char* kNobodysAddress = "esep@localhost.invalid";

/// Who sends letters: as the caller says, else as esep.toml does (`mail_sender`), else nobody. Error REMIND-SENDER
/// (usage) when that is no «Name <address>».
[[nodiscard]] text::Mailbox mail_sender(Engine& engine, const std::optional<std::string>& said);

}  // namespace esep::app

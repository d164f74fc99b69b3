// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"
#include "report/review/users.h"

namespace esep::app {

/// The contents of WS/esep.toml.
struct Settings {
  std::string user;
  std::optional<Lang> lang;
  std::optional<Lang> paper_lang;
  std::string mail_sender;  // «Name <address>» of letters
  report::Users users;      // `[users]`
  std::string portal;  // `[portal] url`: where people reach the portal, "https://esep.example.kz"; empty: not known
};

/// `file` is what messages call the text. Error DATA-INVALID with all that is wrong.
[[nodiscard]] Settings read_settings(const std::string& file, std::string text);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/language.h"

namespace esep::app {

/// The contents of WS/esep.toml.
struct Settings {
  std::string user;
  std::optional<Lang> lang;
  std::optional<Lang> paper_lang;
  std::string mail_sender;  // «Name <address>» of letters
  /// Roles of users from `[users]`; absent: no such table.
  std::optional<std::map<std::string, std::set<std::string>>> users;
};

/// `file` is what messages call the text. Error DATA-INVALID with all that is wrong.
[[nodiscard]] Settings read_settings(const std::string& file, std::string text);

}  // namespace esep::app

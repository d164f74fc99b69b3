// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace esep::app {

/// `hint`: what to do about a wrong one. What the history may call a person: a text with something to see, and nothing
/// that a reader does not see (command characters, characters without a shape), all of which print. Errors USER-NAME,
/// CELL-CHARACTER.
void require_user_name(const std::string& user, const char* hint = "USER-NAME-HINT");

}  // namespace esep::app

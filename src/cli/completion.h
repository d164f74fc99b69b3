// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/commands.h"

namespace esep::cli {

/// The script by which a shell completes the words of the command line, made from the table of commands. `shell`: bash,
/// zsh or fish. Error CLI-BAD-VALUE (usage).
void print_completion(Session& session, const std::string& shell, std::ostream& out);

}  // namespace esep::cli

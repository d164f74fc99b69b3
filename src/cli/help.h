// SPDX-License-Identifier: MIT
#pragma once

#include "cli/commands.h"

namespace esep::cli {

void print_overview(Session& session, std::ostream& out);
void print_command_help(Session& session, const Command& command, std::ostream& out);
/// Made from the same table as the parser: `esep help --man`.
void print_man_page(Session& session, std::ostream& out);

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/diagnostic.h"

/// Everything a diagnostic says, one per line: `file:line:column: severity CODE key=value | source line | meant word`.
std::string dump(const esep::Diagnostics& diagnostics);

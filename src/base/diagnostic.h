// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"

namespace esep {

enum class Severity { error, warning, info };

[[nodiscard]] std::string_view severity_name(Severity severity);  // "error", "warning", "info"

/// A mistake in a data file (form, obligation, calendar, message catalogue): its place and, if the writer probably
/// meant another word, that word. It is printed as `file:line:column`, followed by the line and a caret.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;
  int line = 0;    // 1-based; 0: the file as a whole
  int column = 0;  // 1-based, in characters
  std::string source_line;
  std::string code;  // key of the message catalogue, as Finding::code
  Message message;
  std::string did_you_mean;  // empty: no suggestion
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

}  // namespace esep

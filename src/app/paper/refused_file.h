// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "app/core/engine.h"
#include "base/language.h"

namespace esep::app {

/// What a body needs to correct a file that was not accepted: its errors, and its own workbook with the cells marked.
struct RefusedFile {
  std::vector<std::string> errors;  // "C21: …", at most `kShownErrors`, then how many more there are
  std::string marked;               // bytes of the marked workbook; empty: the file was no workbook that opens
};

/// As many errors as a letter still reads well with; the marked workbook has them all.
inline constexpr size_t kShownErrors = 20;

/// `number` is that of a rejected submission. Error SUBMISSION-UNKNOWN.
[[nodiscard]] RefusedFile refused_file(Engine& engine, const std::string& number, Lang lang);

}  // namespace esep::app

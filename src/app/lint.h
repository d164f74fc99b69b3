// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/engine.h"

namespace esep::app {

/// Everything that is wrong with one form file: structure, texts, rules, examples. Uses the engine's registers for `subject`.
[[nodiscard]] Diagnostics lint_form(Engine& engine, const std::filesystem::path& file);

}  // namespace esep::app

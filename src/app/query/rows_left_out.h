// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// Whether a check of the register takes rows out of what counts (form::RegisterCheck).
[[nodiscard]] bool leaves_rows_out(const form::RegisterDefinition& definition);

/// Keys of the rows that do not count, by register.
using RowsLeftOut = std::map<std::string, std::set<std::string>, std::less<>>;
[[nodiscard]] RowsLeftOut rows_left_out(Engine& engine);

/// What these checks say of one subject, such as a document under discussion: by their column `_subject`. Warnings,
/// without a place in a file.
[[nodiscard]] report::Findings rows_left_out_of(Engine& engine, const std::string& subject);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// Everything that is wrong with one file of forms/, data/registers/ or data/summaries/, or with data/obligations.toml.
/// The file's keys say which it is, of a wording file its name.
///   form           structure, texts, rules, queries, examples
///   wording file   what it changes in the form beside it, or in the engine's where there is none beside it
///   register       structure, and the queries of its checks
///   obligations    structure
///   summary        structure, each query, the columns it must give, and `_sources` wherever a query reads reports
/// Forms, registers and obligations are loaded together with the engine's other data, so that nothing is clean here
/// that a workspace would refuse. Those other data must be right.
[[nodiscard]] Diagnostics lint_file(Engine& engine, const std::filesystem::path& file);

/// Whether lint_file reads the shipped data/`shipped`, of which `copy` is the name of a copy.
[[nodiscard]] bool lints_data(const std::string& shipped, const std::string& copy);

}  // namespace esep::app

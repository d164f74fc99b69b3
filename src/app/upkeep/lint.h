// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/core/engine.h"

namespace esep::app {

/// Everything that is wrong with one file of forms/, data/registers/ or data/summaries/; its first key says which it
/// is, of a wording file its name. Of a form: structure, texts, rules, queries, examples; of a wording file: what it
/// changes in the form beside it, or in the engine's where there is none beside it; of a register: structure and the
/// queries of its checks; of a summary: structure, each query, the columns it must give, and `_sources` wherever a
/// query reads reports. The rest of the engine's data must be right.
[[nodiscard]] Diagnostics lint_file(Engine& engine, const std::filesystem::path& file);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "app/core/engine.h"
#include "table/query_database.h"

namespace esep::app {

/// A register that queries read instead of the engine's, as an import would make it. No rows: none.
struct RegisterInstead {
  const form::RegisterDefinition* definition = nullptr;
  const std::vector<report::RegisterRow>* rows = nullptr;
};

/// The tables for queries, from the engine's data and, with a workspace, its register. docs/queries.md lists them for
/// authors. `engine` and `instead` must outlive this object.
[[nodiscard]] std::unique_ptr<table::QueryDatabase> make_query_database(Engine& engine,
                                                                        const RegisterInstead& instead = {});
/// The same for forms and summaries: without the rows that do not count (form::RegisterCheck).
[[nodiscard]] std::unique_ptr<table::QueryDatabase> make_counted_database(Engine& engine);

}  // namespace esep::app

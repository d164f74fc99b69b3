// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "app/core/engine.h"
#include "table/query_database.h"

namespace esep::app {

/// A register that queries see in place of the engine's (or beside its others): as a file would make it. No rows: none.
struct RegisterInstead {
  const form::RegisterDefinition* definition = nullptr;
  const std::vector<report::RegisterRow>* rows = nullptr;
};

/// What queries may read, over the engine's data and, with a workspace, its register. docs/queries.md is the list for
/// authors. `engine` and `instead` must outlive it.
[[nodiscard]] std::unique_ptr<table::QueryDatabase> make_query_database(Engine& engine,
                                                                        const RegisterInstead& instead = {});

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/upkeep/init_workspace.h"

#include "app/core/engine.h"
#include "app/core/shipped_rows.h"
#include "app/core/workspace.h"
#include "base/error.h"
#include "base/hash.h"

namespace esep::app {

void init_workspace(const std::filesystem::path& workspace, const datafile::Library& library,
                    const registry::Actor& actor) {
  const auto database = workspace / "esep.db";
  if (std::filesystem::exists(database)) throw Error(Message("REGISTRY-EXISTS", {{"file", database.string()}}));
  make_workspace_folders(workspace);
  try {
    registry::Registry registry = registry::Registry::create(database, actor);
    Engine engine(library, std::nullopt);
    for (const auto& definition : engine.catalog().registers()) {
      if (definition.rows_file.empty()) continue;
      registry.import_rows(definition, shipped_rows(library, engine.messages(), definition),
                           sha256_hex(engine.library().get(definition.rows_file).text), actor);
    }
  } catch (...) {
    std::error_code ignored;
    for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(database.string() + tail, ignored);
    throw;
  }
}

}  // namespace esep::app

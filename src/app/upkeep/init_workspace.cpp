// SPDX-License-Identifier: MIT
#include "app/upkeep/init_workspace.h"

#include "app/core/shipped_rows.h"
#include "app/core/workspace.h"
#include "app/upkeep/register_copy.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/work_folder.h"
#include "datafile/message_catalogue.h"
#include "form/form_catalog.h"

namespace esep::app {

namespace {

void fill(const std::filesystem::path& draft, const datafile::Library& library, const registry::Actor& actor) {
  registry::Registry registry = registry::Registry::create(draft, actor);
  const datafile::MessageCatalogue messages(library);
  for (const auto& definition : form::read_registers(library)) {
    if (definition.rows_file.empty()) continue;
    registry.import_rows(definition, shipped_rows(library, messages, definition),
                         {sha256_hex(library.get(definition.rows_file).text)}, actor);
  }
}

}  // namespace

void init_workspace(const std::filesystem::path& workspace, const datafile::Library& library,
                    const registry::Actor& actor) {
  const auto database = workspace / "esep.db";
  if (std::filesystem::exists(database)) throw Error(Message("REGISTRY-EXISTS", {{"file", database.string()}}));
  make_workspace_folders(workspace);
  const WorkFolder work(workspace);
  const auto draft = work.path() / "esep.db";
  fill(draft, library, actor);
  give_name(draft, database, "REGISTRY-EXISTS");
}

}  // namespace esep::app

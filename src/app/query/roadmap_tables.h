// SPDX-License-Identifier: MIT
#pragma once

#include "form/form_catalog.h"
#include "table/query_database.h"

namespace esep::app {

/// `roadmaps`, `measures`, `measure_terms`, `executions`, `targets` and `roadmap_notes` for queries.
void add_roadmap_tables(const form::FormCatalog& catalog, table::QueryDatabase& out);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "sqlite/database.h"

namespace esep::registry {

/// The version of the schema that this program writes. A file's own version stands in PRAGMA user_version. The tables
/// are described in docs/registry.md.
inline constexpr int kSchemaVersion = 8;

/// Reads only. Error REGISTRY-NEWER: a newer program wrote the file. Error REGISTRY-FOREIGN: it is no register of ours.
void require_ours(const sqlite::Database& database, const std::filesystem::path& file);

/// Makes the tables, or migrates them from version to version, each in one transaction. Before each migration an
/// existing file is copied to `<file>.v<old>.backup`. Errors as `require_ours`.
void migrate(sqlite::Database& database, const std::filesystem::path& file);
/// The same, up to an earlier version. For tests of what later versions make of its data.
void migrate_to(sqlite::Database& database, const std::filesystem::path& file, int64_t last);

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "sqlite/database.h"

namespace esep::registry {

/// The version of the schema this program writes; a file's is in PRAGMA user_version. docs/registry.md describes the
/// tables.
inline constexpr int kSchemaVersion = 4;

/// Reads only. Error REGISTRY-NEWER when the file was written by a newer program, REGISTRY-FOREIGN when it is no
/// register of ours.
void require_ours(const sqlite::Database& database, const std::filesystem::path& file);

/// Creates or migrates. Before each migration of an existing file a copy `<file>.v<old>.backup` is made. Errors
/// as `require_ours`.
void migrate(sqlite::Database& database, const std::filesystem::path& file);

}  // namespace esep::registry

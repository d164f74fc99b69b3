// SPDX-License-Identifier: MIT
#include "app/core/free_place.h"

#include <array>
#include <fstream>
#include <string_view>

#include "base/error.h"

namespace esep::app {

void require_free(const std::filesystem::path& file, Message hint) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(file, unknown)) return;
  throw Error(Message("FILE-EXISTS", {{"file", file.string()}}), std::move(hint));
}

void require_not_kept(const std::filesystem::path& file, const IsOwnKind& is_own_kind) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(file, unknown)) return;
  const std::string name = file.filename().string();
  std::array<char, 15> begins{};
  std::ifstream(file, std::ios::binary).read(begins.data(), begins.size());
  const bool database = std::string_view(begins.data(), begins.size()) == "SQLite format 3" || name.ends_with(".db") ||
                        name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with(".key");
  const bool own_kind = !database && is_own_kind && is_own_kind(file);
  if (database || (name.ends_with(".toml") && !own_kind)) throw Error(Message("FILE-KEPT", {{"file", file.string()}}));
}

}  // namespace esep::app

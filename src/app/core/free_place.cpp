// SPDX-License-Identifier: MIT
#include "app/core/free_place.h"

#include "base/error.h"

namespace esep::app {

void require_free(const std::filesystem::path& file, Message hint) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(file, unknown)) return;
  throw Error(Message("FILE-EXISTS", {{"file", file.string()}}), std::move(hint));
}

}  // namespace esep::app

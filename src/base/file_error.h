// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "base/error.h"

namespace esep {

/// The Error about a file that cannot be read, by the system's `error` (errno): FILE-MISSING, FILE-UNREADABLE-DENIED
/// (no right), FILE-UNREADABLE-FOLDER, else FILE-UNREADABLE with the number. Each message says what to do.
[[nodiscard]] Error unreadable_file(const std::filesystem::path& path, int error);

/// The same about a file that cannot be written: FILE-UNWRITABLE-DENIED, -FOLDER (it is one), -NO-FOLDER (that of the
/// file is absent), -NOT-FOLDER (a file stands in its place), -FULL (no space), -READ-ONLY, -NAME (too long), else
/// FILE-UNWRITABLE with the number.
[[nodiscard]] Error unwritable_file(const std::filesystem::path& path, int error);

/// Makes the folder and those above it. A folder that exists is fine. Errors as `unwritable_file`.
void make_folders(const std::filesystem::path& folder);

}  // namespace esep

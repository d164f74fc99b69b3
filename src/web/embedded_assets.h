// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "datafile/embedded.h"

namespace esep::web {

/// The files of templates/portal/, by name.
[[nodiscard]] std::span<const datafile::EmbeddedFile> embedded_assets();

}  // namespace esep::web

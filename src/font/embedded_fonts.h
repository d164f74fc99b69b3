// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/embedded.h"

namespace esep::font {

/// Noto Serif and DejaVu Sans, embedded in the binary at build time.
[[nodiscard]] std::span<const datafile::EmbeddedFile> embedded_fonts();

}  // namespace esep::font

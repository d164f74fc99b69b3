// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/embedded.h"

namespace esep::pdf {

/// Noto Serif, DejaVu Sans and an sRGB profile, embedded in the binary at build time.
[[nodiscard]] std::span<const datafile::EmbeddedFile> embedded_fonts();

}  // namespace esep::pdf

// SPDX-License-Identifier: MIT
#pragma once

#include "datafile/embedded.h"

namespace esep::pdf {

/// An sRGB profile, embedded in the binary at build time.
[[nodiscard]] std::span<const datafile::EmbeddedFile> embedded_profile();

}  // namespace esep::pdf

// SPDX-License-Identifier: MIT
#pragma once

#include "app/upkeep/verify.h"
#include "text/upkeep_json.h"

namespace esep::app {

/// The result of `verify_file` as sentences in one language.
[[nodiscard]] text::VerifiedView verified_view(Engine& engine, const VerifiedFile& file, Lang lang);

}  // namespace esep::app

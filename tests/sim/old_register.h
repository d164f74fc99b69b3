// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

namespace esep::sim {

/// Makes of a register that has nothing but its history and rows of registers one of an earlier program, of this
/// version of the schema. Nobody may have it open.
void age_register(const std::filesystem::path& register_file, int version);

}  // namespace esep::sim

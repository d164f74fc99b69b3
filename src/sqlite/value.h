// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace esep::sqlite {

using Blob = std::vector<std::byte>;
/// What SQLite stores: NULL, a number, a text or bytes. REAL is absent, because this engine has no floating point: to
/// read a REAL is an error.
using Value = std::variant<std::monostate, int64_t, std::string, Blob>;

}  // namespace esep::sqlite

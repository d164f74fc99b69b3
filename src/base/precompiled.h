// SPDX-License-Identifier: MIT
// Read once for all libraries (src/CMakeLists.txt). A source still includes what it uses: it must build without this
// file too
// (-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON).
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

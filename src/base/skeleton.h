// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace esep {

/// What is left of a name when everything is taken away that a reader does not see: letter case, width and style of
/// letters, letters of other scripts with the same shape (Unicode TS 39), blanks, dots and other signs, characters
/// without a shape. Two names with one skeleton look alike: they count as one person's (rule of conduct 5). A name
/// without letters and digits is its own skeleton.
[[nodiscard]] std::string skeleton(std::string_view name);

/// What a name looks like as it is typed, letter case kept: in print «CIerk», with a capital i, is «Clerk». Two names
/// of one shape are confused although their skeletons differ.
[[nodiscard]] std::string printed_shape(std::string_view name);

}  // namespace esep

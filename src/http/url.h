// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/request.h"

namespace esep::http {

/// %XX decoded; with `plus_is_space` also '+'. nullopt: a broken escape, or what comes out is no valid UTF-8.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

/// The path of a request's target, decoded once. nullopt: no path of ours begins so, or somebody tries tricks (an
/// encoded slash, "..", a backslash, a control character, an absolute address).
[[nodiscard]] std::optional<std::string> target_path(std::string_view target);
/// What stands behind '?', or a body of application/x-www-form-urlencoded. nullopt: a broken escape, or more than
/// `most` fields.
[[nodiscard]] std::optional<Fields> urlencoded_fields(std::string_view text, size_t most);
/// Of the header Cookie. Values are taken as they stand; what is no `name=value` is passed over.
[[nodiscard]] Fields cookie_fields(std::string_view header);

}  // namespace esep::http

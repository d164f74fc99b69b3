// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "http/request.h"
#include "http/response.h"

/// Style, script, icon and fonts of the pages: embedded, the same for everybody.
namespace esep::web {

/// "/assets/3f2a…/portal.css": another content has another address, so a browser may keep it for ever. Only for names
/// that are embedded.
[[nodiscard]] std::string asset_address(std::string_view name);
/// The asset at a path; 404 for others.
[[nodiscard]] http::Response asset_response(const http::Request& request);

}  // namespace esep::web

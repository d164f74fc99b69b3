// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace esep::cli {

/// Tells systemd how the service stands (sd_notify(3)): "READY=1", "STOPPING=1". Nothing without $NOTIFY_SOCKET.
void notify_service_manager(std::string_view state);

}  // namespace esep::cli

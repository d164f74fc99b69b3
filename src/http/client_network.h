// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace esep::http {

/// By what a client is known that may change its address at will: of IPv6 the network (/64), all of whose addresses a
/// single computer has; of IPv4, and of what is no address, the text itself.
[[nodiscard]] std::string client_network(const std::string& address);

}  // namespace esep::http

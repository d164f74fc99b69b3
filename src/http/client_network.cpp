// SPDX-License-Identifier: MIT
#include "http/client_network.h"

#include <array>

#include <arpa/inet.h>

namespace esep::http {

std::string client_network(const std::string& address) {
  constexpr size_t kHostBytes = 8;
  in6_addr six{};
  if (inet_pton(AF_INET6, address.substr(0, address.find('%')).c_str(), &six) != 1) return address;
  if (IN6_IS_ADDR_V4MAPPED(&six)) return address;
  for (size_t i = sizeof six.s6_addr - kHostBytes; i < sizeof six.s6_addr; ++i) six.s6_addr[i] = 0;
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(AF_INET6, &six, text.data(), text.size()) == nullptr ? address : text.data();
}

}  // namespace esep::http

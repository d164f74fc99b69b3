// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace esep::http {

/// An answer. The server adds Content-Length and Connection, and leaves the body out for HEAD.
struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // names and values without line ends
};

}  // namespace esep::http

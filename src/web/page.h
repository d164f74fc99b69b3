// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "http/response.h"
#include "web/visitor.h"

namespace esep::web {

/// A page: what stands between its head and its foot.
struct Page {
  Message title;
  Markup body;
  int status = 200;
  bool has_errors = false;  // its title begins with "Error:"
};

/// With head, navigation by roles, languages and foot.
[[nodiscard]] http::Response page_response(Visitor& visitor, const Page& page);
/// After a form: 303 to an address of this portal.
[[nodiscard]] http::Response go_to(const std::string& address);
/// A page that says what happened instead: 400, 403, 404, 405, 413, 415, 431, 500, 503, 507.
[[nodiscard]] http::Response refusal(Visitor& visitor, int status);
/// A file to be kept: a paper, a workbook.
[[nodiscard]] http::Response file_response(std::string bytes, const std::string& type, const std::string& name);

}  // namespace esep::web

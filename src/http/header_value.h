// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "http/request.h"

namespace esep::http {

/// `form-data; name="a"; filename="b.xlsx"`.
struct HeaderValue {
  std::string word;   // in lower case
  Fields parameters;  // names in lower case
};

/// Quoted values are unquoted as browsers quote them (WHATWG, multipart/form-data): %22 %0D %0A, and \" of old ones. A
/// backslash before another sign stays: Internet Explorer sends whole paths.
[[nodiscard]] HeaderValue header_value(std::string_view text);

}  // namespace esep::http

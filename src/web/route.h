// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/response.h"
#include "web/visitor.h"

namespace esep::web {

/// What stood in the path where the pattern has a name in braces.
using PathValues = std::map<std::string, std::string, std::less<>>;
using MakePage = http::Response (*)(const Visitor& visitor, const PathValues& values);

/// Who may see a page. What may be *done* there is asked by app/.
struct Access {
  bool anyone = false;
  std::vector<std::string_view> roles = {};  // one of them; empty: whoever is signed in
};

/// One page. `pattern` has no language: "/today" is at /kk/today, /ru/today and /en/today.
struct Route {
  http::Method method = http::Method::get;
  std::string_view pattern;  // "/report/{number}/paper"
  Access access;
  MakePage make = nullptr;
  bool hashes_password = false;  // it waits for its turn to do so: it must not hold up the pages
};

[[nodiscard]] const std::vector<Route>& routes();
/// The values of a path that fits the pattern; nullopt: it does not.
[[nodiscard]] std::optional<PathValues> match(std::string_view pattern, std::string_view path);
/// The page at this path; nullptr: there is none.
[[nodiscard]] const Route* route_at(http::Method method, std::string_view path);
/// The page's access lets this visitor in.
[[nodiscard]] bool lets_in(const Access& access, const Visitor& visitor);

/// An entry of the navigation.
struct NavigationEntry {
  std::string_view path;  // "/today"
  const char* title;      // keys of the catalogue
  const char* about;      // what the page is for
};
/// The pages that the navigation names, in its order.
[[nodiscard]] const std::vector<NavigationEntry>& navigation();

}  // namespace esep::web

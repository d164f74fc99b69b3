// SPDX-License-Identifier: MIT
#include "web/route.h"

#include <algorithm>

#include "base/text.h"

namespace esep::web {

std::optional<PathValues> match(std::string_view pattern, std::string_view path) {
  const std::vector<std::string> wanted = split(pattern, '/');
  const std::vector<std::string> given = split(path, '/');
  if (wanted.size() != given.size()) return std::nullopt;
  PathValues out;
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].starts_with('{') && !given[i].empty()) {
      out.emplace(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
    } else if (wanted[i] != given[i]) {
      return std::nullopt;
    }
  }
  return out;
}

const Route* route_at(http::Method method, std::string_view path) {
  const auto at = std::find_if(routes().begin(), routes().end(),
                               [&](const Route& one) { return one.method == method && match(one.pattern, path); });
  return at == routes().end() ? nullptr : &*at;
}

bool lets_in(const Access& access, const Visitor& visitor) {
  if (access.anyone) return true;
  if (!visitor.session()) return false;
  return access.roles.empty() || std::any_of(access.roles.begin(), access.roles.end(),
                                             [&](std::string_view role) { return visitor.has_role(role); });
}

}  // namespace esep::web

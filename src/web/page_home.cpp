// SPDX-License-Identifier: MIT
#include "web/pages.h"
#include "web/widgets.h"

namespace esep::web {

// Whoever is signed in has a page to begin with: the first that the navigation gives.
http::Response home_page(const Visitor& visitor, const PathValues& values [[maybe_unused]]) {
  Markup body = paragraph(visitor.say("WEB-INTRO"));
  if (!visitor.session()) body += paragraph(button_link(visitor.address("/sign-in"), visitor.say("WEB-SIGN-IN")));
  Markup ways;
  for (const NavigationEntry& entry : navigation()) {
    const Route* route = route_at(http::Method::get, entry.path);
    if (route == nullptr || !lets_in(route->access, visitor)) continue;
    const Markup way = link(visitor.address(entry.path), visitor.say(Message(entry.title)));
    ways += element("li", way + element("p", visitor.say(Message(entry.about))));
  }
  body += element("ul", {{"class", "ways"}}, ways);
  return page_response(visitor, {visitor.say("WEB-SERVICE"), body, 200, {}, done_text(visitor)});
}

}  // namespace esep::web

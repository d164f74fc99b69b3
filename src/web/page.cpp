// SPDX-License-Identifier: MIT
#include "web/page.h"

#include "base/file.h"
#include "base/percent_encoded.h"
#include "base/zip_file.h"
#include "registry/review_book.h"
#include "web/assets.h"
#include "web/language_name.h"
#include "web/route.h"
#include "web/widgets.h"

namespace esep::web {
namespace {

constexpr std::string_view kDonePrefix = "WEB-DONE-";

// Nothing from elsewhere, nothing inline: a text of a user that got into a page as markup would still do nothing.
constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

Markup head_of(const Visitor& visitor, const Page& page) {
  std::string title = page.title + " – " + visitor.say("WEB-SERVICE");
  if (!page.mistakes.empty()) title = visitor.say(Message("WEB-ERROR-TITLE", {{"title", title}}));
  return element(
      "head", joined({element("meta", Attributes{{"charset", "utf-8"}}),
                      element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                      element("meta", {{"name", "color-scheme"}, {"content", "light dark"}}), element("title", title),
                      element("link", {{"rel", "icon"}, {"href", asset_address("icon.svg")}}),
                      element("link", {{"rel", "stylesheet"}, {"href", asset_address("portal.css")}}),
                      element("script", {{"src", asset_address("portal.js")}, flag("defer")})}));
}

bool is_at(http::Method method, const std::string& path) {
  return route_at(method, path.empty() ? "/" : path) != nullptr;
}

// Where a link finds what is shown: what answers a form may have no address of its own, then it is the nearest above.
std::string page_path(const Visitor& visitor, std::string path) {
  const bool asks = visitor.request().method == http::Method::get && !is_at(http::Method::post, path);
  while (!asks && !path.empty() && !is_at(http::Method::get, path)) path.erase(path.rfind('/'));
  return path;
}

std::string query_text(const http::Fields& query) {
  std::string out;
  for (const auto& [name, value] : query.pairs())
    out += (out.empty() ? "?" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return out;
}

// The same page in the other languages. A page that refuses says nothing of what was asked for.
Markup languages(const Visitor& visitor, int status) {
  const std::string& path = visitor.request().path;
  const std::string here = visitor.address("");
  const bool has_language = path == here || path.starts_with(here + "/");
  const std::string rest = has_language ? page_path(visitor, path.substr(here.size())) : "/";
  const std::string query = status == 200 ? query_text(visitor.request().query) : "";
  Markup out;
  for (const Lang lang : {Lang::kk, Lang::ru, Lang::en}) {
    const std::string code(lang_code(lang));
    out += element("a",
                   {{"href", percent_encoded_path("/" + code + rest) + query},
                    {"lang", code},
                    {"hreflang", code},
                    given_if(lang == visitor.lang(), {"aria-current", "true"})},
                   language_name(lang));
  }
  return element("nav", {{"class", "languages"}, {"aria-label", visitor.say("WEB-LANGUAGES")}}, out);
}

Markup navigation_of(const Visitor& visitor) {
  Markup links;
  for (const NavigationEntry& entry : navigation()) {
    const Route* route = route_at(http::Method::get, entry.path);
    if (route == nullptr || !lets_in(route->access, visitor)) continue;
    const std::string address = visitor.address(entry.path);
    links += element("li", element("a",
                                   {{"href", address},
                                    given_if(visitor.request().path.starts_with(address), {"aria-current", "page"})},
                                   visitor.say(Message(entry.title))));
  }
  if (links.empty()) return {};
  return element("nav", {{"class", "pages"}, {"aria-label", visitor.say("WEB-NAVIGATION")}}, element("ul", links));
}

Markup person(const Visitor& visitor) {
  if (!visitor.session())
    return element("p", {{"class", "person"}}, link(visitor.address("/sign-in"), visitor.say("WEB-SIGN-IN")));
  const Markup name = link(visitor.address("/account"), visitor.session()->account.name);
  return element("div", {{"class", "person"}},
                 element("p", name) + post_form(visitor, "/sign-out", button(visitor.say("WEB-SIGN-OUT"), true)));
}

Markup header(const Visitor& visitor, int status) {
  const Markup name = element("a", {{"href", visitor.address("/")}, {"class", "service"}}, visitor.say("WEB-SERVICE"));
  return element("header", element("div", {{"class", "top"}}, name + languages(visitor, status) + person(visitor)) +
                               navigation_of(visitor));
}

// What is wrong, each leading to its field.
Markup summary_of_mistakes(const Visitor& visitor, const Page& page) {
  if (page.mistakes.empty()) return {};
  std::vector<Markup> items;
  for (const Mistake& one : page.mistakes)
    items.push_back(one.field.empty() ? Markup(one.text) : link("#" + one.field, one.text));
  return element("div", {{"class", "mistakes"}, {"role", "alert"}, {"tabindex", "-1"}, {"id", "mistakes"}},
                 heading(2, visitor.say("WEB-MISTAKES")) + list(items));
}

// What is said for a status, and below it.
struct RefusalTexts {
  int status;
  const char* title;
  const char* hint;
};
constexpr std::array<RefusalTexts, 11> kRefusals = {{{500, "WEB-REFUSED-500", "WEB-REFUSED-500-HINT"},
                                                     {400, "WEB-REFUSED-400", "WEB-REFUSED-400-HINT"},
                                                     {403, "WEB-REFUSED-403", "WEB-REFUSED-403-HINT"},
                                                     {404, "WEB-REFUSED-404", "WEB-REFUSED-404-HINT"},
                                                     {405, "WEB-REFUSED-405", "WEB-REFUSED-405-HINT"},
                                                     {413, "WEB-REFUSED-413", "WEB-REFUSED-413-HINT"},
                                                     {415, "WEB-REFUSED-415", "WEB-REFUSED-415-HINT"},
                                                     {429, "WEB-REFUSED-429", "WEB-REFUSED-429-HINT"},
                                                     {431, "WEB-REFUSED-431", "WEB-REFUSED-431-HINT"},
                                                     {503, "WEB-REFUSED-503", "WEB-REFUSED-503-HINT"},
                                                     {507, "WEB-REFUSED-507", "WEB-REFUSED-507-HINT"}}};

const RefusalTexts& refusal_texts(int status) {
  const auto found =
      std::find_if(kRefusals.begin(), kRefusals.end(), [&](const auto& one) { return one.status == status; });
  return found == kRefusals.end() ? kRefusals.front() : *found;
}

http::Response redirect(std::string address) {
  http::Response out;
  out.status = 303;
  out.type = "text/plain; charset=utf-8";
  out.headers = {{"Location", std::move(address)}, {"Cache-Control", "no-store"}};
  return out;
}

}  // namespace

http::Response page_response(const Visitor& visitor, const Page& page) {
  const Markup skip = element("a", {{"href", "#main"}, {"class", "skip"}}, visitor.say("WEB-SKIP"));
  Markup done;
  if (!page.done.empty()) done = element("div", {{"class", "done"}, {"role", "status"}}, paragraph(page.done));
  const Markup main = element("main", {{"id", "main"}, {"tabindex", "-1"}},
                              summary_of_mistakes(visitor, page) + done + heading(1, page.title) + page.body);
  const Markup foot = element("footer", paragraph(visitor.say("WEB-FOOT")));
  const Markup html =
      element("html", {{"lang", std::string(lang_code(visitor.lang()))}},
              head_of(visitor, page) + element("body", joined({skip, header(visitor, page.status), main, foot})));
  http::Response out;
  out.status = page.status;
  out.body = "<!DOCTYPE html>\n" + html.text() + "\n";
  out.headers = {{"Content-Security-Policy", kPolicy},
                 {"Content-Language", std::string(lang_code(visitor.lang()))},
                 {"Cache-Control", "no-store"}};
  return out;
}

http::Response go_to(const Visitor& visitor, std::string_view path) {
  return redirect(percent_encoded_path(visitor.address(path)));
}

http::Response go_to_done(const Visitor& visitor, const std::string& path, const std::string& done_key,
                          const std::string& query) {
  return redirect(percent_encoded_path(visitor.address(path)) + "?done=" + done_key.substr(kDonePrefix.size()) +
                  (query.empty() ? "" : "&" + query));
}

std::string done_text(const Visitor& visitor) {
  const std::string what = visitor.request().query.get("done");
  if (what.empty()) return {};
  const std::string key = std::string(kDonePrefix) + what;
  return visitor.engine().messages().find(key) == nullptr ? "" : visitor.say(Message(key, {}));
}

http::Response refusal(const Visitor& visitor, int status) {
  const RefusalTexts& texts = refusal_texts(status);
  Page page{visitor.say(texts.title), paragraph(visitor.say(texts.hint)), status};
  page.body += paragraph(link(visitor.address("/"), visitor.say("WEB-TO-START")));
  return page_response(visitor, page);
}

http::Response too_often(const Visitor& visitor, accounts::Instant seconds) {
  http::Response out = refusal(visitor, 429);
  out.headers.emplace_back("Retry-After", std::to_string(seconds));
  return out;
}

Mistake mistake_of(const Visitor& visitor, const Error& error, std::string field) {
  std::string text = visitor.say(error.message());
  if (!error.hint().empty()) {
    const std::string hint = visitor.say(error.hint());
    if (!hint.empty()) text += (text.empty() ? "" : " ") + hint;
  }
  return {std::move(field), text.empty() ? visitor.say("WEB-NOT-DONE") : std::move(text)};
}

int status_of(const Error& error) { return dynamic_cast<const registry::StepRefused*>(&error) == nullptr ? 422 : 409; }

bool names_others(const Visitor& visitor, const Error& error) {
  constexpr std::array<std::string_view, 3> kOfSubjects = {"SUBJECT-OF-OTHER", "SUBJECT-UNKNOWN", "EVENT-SUBJECT"};
  const bool bound = visitor.session() && visitor.session()->account.rights.bodies;
  return bound && std::find(kOfSubjects.begin(), kOfSubjects.end(), error.message().key) != kOfSubjects.end();
}

http::Response failure(const Visitor& visitor, const Error& error, std::string_view back) {
  if (names_others(visitor, error)) return refusal(visitor, 404);
  Page page{visitor.say("WEB-NOT-DONE"), paragraph(link(visitor.address(back), visitor.say("WEB-BACK"))), 409};
  page.mistakes = {mistake_of(visitor, error)};
  return page_response(visitor, page);
}

http::Response file_response(std::string bytes, const std::string& type, const std::string& name) {
  http::Response out;
  out.type = type;
  out.body = std::move(bytes);
  out.headers = {{"Content-Disposition", "attachment; filename*=UTF-8''" + percent_encoded(name)},
                 {"Content-Security-Policy", "default-src 'none'; sandbox"},
                 {"Cache-Control", "no-store"}};
  return out;
}

http::Response zip_response(const std::vector<std::filesystem::path>& files, const std::string& name) {
  ZipFile zip;
  for (const auto& file : files) zip.add(file.filename().string(), read_file(file));
  return file_response(zip.finish(), "application/zip", name);
}

}  // namespace esep::web

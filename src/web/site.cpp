// SPDX-License-Identifier: MIT
#include "web/site.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/core/workspace.h"
#include "base/shown_text.h"
#include "web/assets.h"
#include "web/page.h"
#include "web/route.h"

namespace esep::web {
namespace {

http::Response plain(int status, std::string text) {
  http::Response out;
  out.status = status;
  out.type = "text/plain; charset=utf-8";
  out.body = std::move(text);
  out.headers = {{"Cache-Control", "no-store"}};
  return out;
}

// "/ru/today" as ru and "/today"; "/ru" is "/".
struct LanguagePath {
  Lang lang = Lang::kk;
  std::string path;
};
std::optional<LanguagePath> language_path(const std::string& path) {
  const size_t end = path.find('/', 1);
  const auto lang = lang_from_code(path.substr(1, end == std::string::npos ? end : end - 1));
  if (!lang) return std::nullopt;
  return LanguagePath{*lang, end == std::string::npos ? "/" : path.substr(end)};
}

// Not signed in: what was asked for is the page after signing in.
http::Response to_sign_in(const Visitor& visitor, const std::string& path) {
  http::Response out = go_to(visitor, "/sign-in");
  if (visitor.request().method == http::Method::get && path != "/sign-in") {
    for (auto& [name, value] : out.headers)
      if (name == "Location") value += "?to=" + path;
  }
  return out;
}

// The language that somebody reads is kept.
void keep_language(const Visitor& visitor, http::Response& response) {
  const std::string code(lang_code(visitor.lang()));
  if (visitor.request().cookies.get(kLanguageCookie) == code) return;
  response.headers.emplace_back("Set-Cookie",
                                fmt::format("{}={}; Path=/; Max-Age=31536000; SameSite=Lax", kLanguageCookie, code));
}

// Another window signed in meanwhile: this one's form is from before, and there is nothing left to do.
http::Response signed_in_already(const Visitor& visitor) {
  const Route* today = route_at(http::Method::get, "/today");
  return go_to(visitor, today != nullptr && lets_in(today->access, visitor) ? "/today" : "/");
}

// Whatever it is, and wherever it leads.
http::Response guarded(http::Response response) {
  const bool has_policy = std::any_of(response.headers.begin(), response.headers.end(),
                                      [](const auto& one) { return one.first == "Content-Security-Policy"; });
  if (!has_policy)
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  return response;
}

http::Response answer_in_language(const Visitor& visitor, const std::string& path) {
  if (path.size() > 1 && path.ends_with('/') && visitor.request().method == http::Method::get)
    return go_to(visitor, path.substr(0, path.find_last_not_of('/') + 1));
  bool other_method = false;
  for (const Route& route : routes()) {
    const auto values = match(route.pattern, path);
    if (!values) continue;
    if (route.method != visitor.request().method) {
      other_method = true;
      continue;
    }
    if (!lets_in(route.access, visitor)) return visitor.session() ? refusal(visitor, 403) : to_sign_in(visitor, path);
    if (route.method == http::Method::post && !visitor.is_own_form())
      return path == "/sign-in" && visitor.session() ? signed_in_already(visitor) : refusal(visitor, 403);
    try {
      return route.make(visitor, *values);
    } catch (const Error& error) {
      return failure(visitor, error, "/");
    }
  }
  return refusal(visitor, other_method ? 405 : 404);
}

}  // namespace

Site::Site(std::filesystem::path workspace, const datafile::Library& library, std::function<Clock()> clock)
    : workspace_(std::move(workspace)),
      data_(std::make_shared<app::EngineData>(library, workspace_)),
      clock_(std::move(clock)) {}

http::Response Site::answer(const http::Request& request) { return guarded(answer_any(request)); }

http::Response Site::answer_any(const http::Request& request) {
  if (request.path == "/health") return health();
  if (request.path == "/metrics") return metrics();
  if (request.path.starts_with("/assets/")) return asset_response(request);
  return answer_page(request);
}

accounts::Instant Site::wait(const http::Request& request, const std::string& path, accounts::Instant now) {
  const bool posts = request.method == http::Method::post;
  if (path.starts_with("/v/") || (posts && path == "/verify")) return codes_.wait(request.address, now);
  return waits(request) ? sign_ins_.wait(request.address, now) : 0;
}

bool Site::waits(const http::Request& request) {
  const auto place = language_path(request.path);
  const Route* route = place ? route_at(request.method, place->path) : nullptr;
  return route != nullptr && route->hashes_password;
}

http::Response Site::answer_page(const http::Request& request) {
  app::Engine engine(data_, workspace_);
  accounts::AccountStore accounts(app::accounts_file(workspace_), passwords_);
  const auto place = language_path(request.path);
  const Clock now = clock_();
  const Visitor visitor(request, {engine, accounts, now}, place ? std::optional(place->lang) : std::nullopt);
  if (const auto seconds = wait(request, place ? place->path : request.path, now.instant); seconds > 0)
    return too_often(visitor, seconds);
  if (place) {
    http::Response out = answer_in_language(visitor, place->path);
    keep_language(visitor, out);
    return out;
  }
  // A printed address has no language.
  if (request.path == "/") return go_to(visitor, "/");
  if (request.path.starts_with("/v/")) return go_to(visitor, request.path);
  return refusal(visitor, 404);
}

http::Response Site::refuse(int status) {
  app::Engine engine(data_, workspace_);
  accounts::AccountStore accounts(app::accounts_file(workspace_), passwords_);
  const http::Request nothing;
  return guarded(refusal(Visitor(nothing, {engine, accounts, clock_()}, std::nullopt), status));
}

http::Response Site::health() {
  try {
    app::Engine engine(data_, workspace_);
    engine.open_register();
    return plain(200, "ok\n");
  } catch (const std::exception&) {
    return plain(503, "the register cannot be opened\n");
  }
}

void Site::count(const http::Served& served) {
  ++requests_;
  if (served.status >= 500) {
    ++failed_;
  } else if (served.status >= 400) {
    ++refused_;
  }
  bytes_ += served.bytes;
  microseconds_ += static_cast<uint64_t>(served.took.count());
}

http::Response Site::metrics() const {
  std::string text;
  const auto counter = [&text](std::string_view name, std::string_view help, uint64_t value) {
    text += fmt::format("# HELP {0} {1}\n# TYPE {0} counter\n{0} {2}\n", name, help, value);
  };
  counter("esep_requests_total", "Answered requests.", requests_);
  counter("esep_requests_refused_total", "Requests answered with 4xx.", refused_);
  counter("esep_requests_failed_total", "Requests answered with 5xx.", failed_);
  counter("esep_response_bytes_total", "Bytes of bodies of answers.", bytes_);
  counter("esep_handler_microseconds_total", "Time of making answers.", microseconds_);
  return plain(200, std::move(text));
}

}  // namespace esep::web

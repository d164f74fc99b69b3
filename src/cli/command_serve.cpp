// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <chrono>

#include <sys/resource.h>

#include "base/error.h"
#include "base/file_error.h"
#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/notify.h"
#include "http/server.h"
#include "web/site.h"

namespace esep::cli {
namespace {

constexpr const char* kListen = "127.0.0.1:8080";

struct Place {
  std::string address;
  uint16_t port = 0;
};

// "127.0.0.1:8080", "[::1]:8080".
Place place_of(const std::string& text) {
  const size_t colon = text.rfind(':');
  Place out;
  const char* end = text.data() + text.size();
  if (colon == std::string::npos)
    throw Error(Message("SERVE-PLACE", {{"place", text}}), "CLI-SEE-HELP", Error::Kind::usage);
  const auto read = std::from_chars(text.data() + colon + 1, end, out.port);
  out.address = text.substr(0, colon);
  if (out.address.starts_with('[') && out.address.ends_with(']'))
    out.address = out.address.substr(1, out.address.size() - 2);
  if (read.ec != std::errc() || read.ptr != end || out.address.empty())
    throw Error(Message("SERVE-PLACE", {{"place", text}}), "CLI-SEE-HELP", Error::Kind::usage);
  return out;
}

bool is_loopback(const std::string& address) { return address == "::1" || address.starts_with("127."); }

// Passwords go through the network in clear unless TLS ends in front of the program.
void require_tls_elsewhere(const Arguments& arguments, const Place& place) {
  if (is_loopback(place.address) || arguments.has("behind-tls")) return;
  throw Error(Message("SERVE-WITHOUT-TLS", {{"address", place.address}}), "SERVE-WITHOUT-TLS-HINT", Error::Kind::usage);
}

web::Clock clock_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {now_in_kazakhstan(), std::chrono::duration_cast<std::chrono::seconds>(since).count()};
}

// Each connection is an open file, and each page opens some more; a service is given 1,024 of them.
void allow_open_files() {
  constexpr rlim_t kFiles = 8192;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= kFiles) return;
  limit.rlim_cur = std::min(kFiles, limit.rlim_max);
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// One line of the access log: nothing of who asked, and no query.
void log_line(Session& session, const http::Served& served) {
  session.out() << now_in_kazakhstan().iso() << ' ' << (served.method.empty() ? "-" : served.method) << ' '
                << (served.path.empty() ? "-" : served.path) << ' ' << served.status << ' ' << served.bytes << ' '
                << served.took.count() << "us" << std::endl;
}

// Of /v/CODE and /invitation/TOKEN the log has no more than the page.
std::string without_secrets(const std::string& path) {
  for (const char* page : {"/invitation/", "/hand-in/"}) {
    const size_t at = path.find(page);
    if (at != std::string::npos) return path.substr(0, at + std::string_view(page).size()) + "…";
  }
  return path;
}

http::ServerOptions options_of(Session& session, const Place& place, web::Site& site) {
  http::ServerOptions out;
  out.address = place.address;
  out.port = place.port;
  out.signals = true;
  out.folder = session.engine().workspace() / "portal" / "incoming";
  make_folders(out.folder);
  out.waits = web::Site::waits;
  out.refuse = [&site](int status) { return site.refuse(status); };
  out.log = [&session, &site](const http::Served& served) {
    site.count(served);
    http::Served shown = served;
    shown.path = without_secrets(served.path);
    if (!session.quiet()) log_line(session, shown);
  };
  return out;
}

int run_serve(Session& session) {
  session.arguments().at_most(0);
  const Arguments& arguments = session.arguments();
  if (arguments.has("today")) throw Error("SERVE-TODAY", "CLI-SEE-HELP", Error::Kind::usage);
  const Place place = place_of(arguments.has("listen") ? arguments.get("listen") : kListen);
  require_tls_elsewhere(arguments, place);
  session.engine().open_register();
  if (!session.engine().users()) throw Error("SERVE-NO-ACCOUNTS", "SERVE-NO-ACCOUNTS-HINT");
  web::Site site(session.engine().workspace(), session.library(), clock_now);
  allow_open_files();
  http::Server server(options_of(session, place, site),
                      [&site](const http::Request& request) { return site.answer(request); });
  session.tell(
      Message("SERVE-READY", {{"address", "http://" + place.address + ":" + std::to_string(server.port()) + "/"}}));
  notify_service_manager("READY=1");
  server.run();
  notify_service_manager("STOPPING=1");
  session.tell("SERVE-STOPPED");
  return kOk;
}

}  // namespace

Command serve_command() {
  return {"serve",     "[--listen ADDRESS:PORT] [--behind-tls]",
          "CMD-SERVE", {{"listen", '\0', "ADDRESS:PORT", "OPT-LISTEN"}, {"behind-tls", '\0', "", "OPT-BEHIND-TLS"}},
          run_serve,   {"esep serve", "esep serve --listen 127.0.0.1:9000"}};
}

}  // namespace esep::cli

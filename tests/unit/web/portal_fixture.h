// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "app/accounts/account_desk.h"
#include "app/orchard_fixture.h"
#include "base/hash.h"
#include "base/percent_encoded.h"
#include "sqlite/database.h"
#include "web/site.h"

/// The portal of the orchards' office, asked without a network: each role has an account that is signed in.
namespace portal_fixture {

using namespace esep;

inline constexpr const char* kToday = "2026-11-10T10:00";

/// One answer, as a test looks at it.
struct Answer {
  int status = 0;
  std::string location, body, cookie, retry_after, policy, sniffing;
  [[nodiscard]] bool says(const std::string& text) const { return body.find(text) != std::string::npos; }
};

class Portal : public orchard_fixture::Orchards {
 public:
  Portal() {
    std::filesystem::create_directories(path("portal/incoming"));
    add("admin", {{"account_admin"}});
    add("tester", {{"registrar"}});  // by whose hand the fixture writes
  }

  /// Makes an account with a session, and without the time that a password takes. Of all bodies, unless some are named.
  void add(const std::string& login, const report::UserRights& rights) {
    const app::NewAccount account{login, "N. " + login, rights};
    invitations_[login] =
        with_accounts([&](app::AccountDesk& desk) { return desk.add(account, actor(kToday, "admin")); });
    const std::string token = sha256_hex("session of " + login);
    const sqlite::Database database(path("accounts.db"), sqlite::OpenMode::read_write);
    database.prepare("INSERT INTO session SELECT ?, id, ?, ?, ? FROM account WHERE login = ?")
        .bind(1, sha256_hex(token))
        .bind(2, sha256_hex("form of " + login))
        .bind(3, now().instant)
        .bind(4, now().instant)
        .bind(5, login)
        .run();
    sessions_[login] = token;
  }
  /// "pass of clerk here". It ends the session of `add`; this signs in again.
  void set_password(const std::string& login) {
    const std::string password = "pass of " + login + " here";
    accounts::Passwords passwords;
    accounts::AccountStore store(path("accounts.db"), passwords);
    store.accept(invitations_.at(login), password, now().instant);
    sessions_[login] = store.sign_in({login, password, "", "127.0.0.1"}, now().instant).token;
  }

  [[nodiscard]] http::Request request(const std::string& login, const std::string& address) const {
    http::Request out;
    out.path = address.substr(0, address.find('?'));
    for (const std::string& pair : split(address.substr(std::min(address.size(), out.path.size() + 1)), '&'))
      if (!pair.empty()) out.query.add(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
    out.headers.add("host", "localhost");
    out.address = "127.0.0.1";
    if (const auto session = sessions_.find(login); session != sessions_.end())
      out.cookies.add(web::kSessionCookie, session->second);
    return out;
  }
  Answer get(const std::string& login, const std::string& address) { return ask(request(login, address)); }
  /// A form of a page of this portal: with the session's token.
  Answer post(const std::string& login, const std::string& address,
              const std::map<std::string, std::string>& fields = {}) {
    http::Request asked = request(login, address);
    asked.method = http::Method::post;
    for (const auto& [name, value] : fields) asked.form.add(name, value);
    asked.form.add(web::kCsrfField, csrf(login));
    return ask(asked);
  }
  /// The same with one file.
  Answer upload(const std::string& login, const std::string& address, const std::string& name,
                const std::string& bytes) {
    http::Request asked = request(login, address);
    asked.method = http::Method::post;
    asked.form.add(web::kCsrfField, csrf(login));
    write("portal/incoming/" + std::to_string(++uploads_), bytes);
    const auto file = path("portal/incoming/" + std::to_string(uploads_));
    asked.uploads.push_back({"files", name, bytes.size(), std::make_shared<http::UploadedFile>(file)});
    return ask(asked);
  }
  Answer ask(const http::Request& request) {
    const http::Response response = site_.answer(request);
    Answer out{response.status, "", response.body, "", "", "", ""};
    for (const auto& [name, value] : response.headers) {
      if (name == "Location") out.location = value;
      if (name == "Retry-After") out.retry_after = value;
      if (name == "Content-Security-Policy") out.policy = value;
      if (name == "X-Content-Type-Options") out.sniffing = value;
      if (name == "Set-Cookie" && value.starts_with(web::kSessionCookie)) out.cookie = value;
    }
    return out;
  }

  [[nodiscard]] std::string csrf(const std::string& login) const {
    const auto session = sessions_.find(login);
    if (session == sessions_.end()) return "";
    accounts::Passwords passwords;
    accounts::AccountStore store(path("accounts.db"), passwords);
    const auto of = store.session(session->second, now().instant);
    return of ? of->csrf : "";
  }
  [[nodiscard]] std::string session(const std::string& login) const { return sessions_.at(login); }

  static web::Clock now() {
    const auto local = *calendar::LocalTime::parse(kToday);
    return {local, app::instant_of(local)};
  }
  static registry::Actor actor(const std::string& at, const std::string& user) {
    return {user, *calendar::LocalTime::parse(at)};
  }

 private:
  std::string with_accounts(const std::function<std::string(app::AccountDesk&)>& deed) {
    app::Engine engine = this->engine();
    engine.open_register();
    accounts::Passwords passwords;
    accounts::AccountStore store(path("accounts.db"), passwords);
    app::AccountDesk desk(engine, store);
    return deed(desk);
  }

  std::map<std::string, std::string> sessions_, invitations_;
  int uploads_ = 0;
  web::Site site_{path(""), datafile::Library(), now};
};

}  // namespace portal_fixture

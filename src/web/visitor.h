// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "accounts/account_store.h"
#include "app/core/engine.h"
#include "http/request.h"
#include "web/markup.h"

namespace esep::web {

/// Times of one request: one for all that it does.
struct Clock {
  calendar::LocalTime local;      // in Kazakhstan
  accounts::Instant instant = 0;  // seconds since 1970 UTC
};

/// Who asks for a page, in which language, and what the page may use to answer: an engine and accounts of this request
/// alone.
class Visitor {
 public:
  Visitor(const http::Request& request, app::Engine& engine, accounts::AccountStore& accounts, Clock clock);

  [[nodiscard]] const http::Request& request() const { return request_; }
  [[nodiscard]] app::Engine& engine() { return engine_; }
  [[nodiscard]] accounts::AccountStore& accounts() { return accounts_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }
  [[nodiscard]] calendar::Date today() const { return clock_.local.date; }

  [[nodiscard]] Lang lang() const { return lang_; }
  void set_lang(Lang lang) { lang_ = lang; }
  /// Whose session the cookie names; nullopt: nobody is signed in.
  [[nodiscard]] const std::optional<accounts::Session>& session() const { return session_; }
  [[nodiscard]] bool has_role(std::string_view role) const;
  /// For deeds of app/. Somebody must be signed in.
  [[nodiscard]] registry::Actor actor() const;
  /// A form of this session, sent from a page of this portal.
  [[nodiscard]] bool may_change() const;

  [[nodiscard]] std::string say(const Message& message);
  [[nodiscard]] std::string say(const LocalText& text) const { return text.in(lang_); }
  /// "/kk/today" for "/today".
  [[nodiscard]] std::string address(const std::string& path) const;

 private:
  const http::Request& request_;
  app::Engine& engine_;
  accounts::AccountStore& accounts_;
  Clock clock_;
  Lang lang_ = Lang::kk;
  std::optional<accounts::Session> session_;
};

/// The cookie that names the session.
inline constexpr const char* kSessionCookie = "__Host-esep";
/// A hidden field that every form of a session has.
[[nodiscard]] Markup csrf_field(const Visitor& visitor);

}  // namespace esep::web

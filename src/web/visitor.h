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

/// The cookie that names the session.
inline constexpr const char* kSessionCookie = "__Host-esep";
/// The cookie that keeps the language of who looks.
inline constexpr const char* kLanguageCookie = "esep-lang";
/// The hidden field of every form that changes something.
inline constexpr const char* kCsrfField = "csrf";

/// What one request works with: an engine and accounts of its own, of which nobody else knows.
struct Desk {
  app::Engine& engine;
  accounts::AccountStore& accounts;
  Clock clock;
};

/// Who asks for a page, in which language, and what the page may use to answer.
///
/// Threads: none but that of its request.
class Visitor {
 public:
  /// `lang`: of the address; where it has none, that of the cookie, or of the browser.
  Visitor(const http::Request& request, const Desk& desk, std::optional<Lang> lang);

  [[nodiscard]] const http::Request& request() const { return request_; }
  [[nodiscard]] app::Engine& engine() const { return desk_.engine; }
  [[nodiscard]] accounts::AccountStore& accounts() const { return desk_.accounts; }
  [[nodiscard]] const Clock& clock() const { return desk_.clock; }
  [[nodiscard]] calendar::Date today() const { return desk_.clock.local.date; }

  [[nodiscard]] Lang lang() const { return lang_; }
  /// In which papers are made: Kazakh or Russian.
  [[nodiscard]] Lang paper_lang() const { return lang_ == Lang::ru ? Lang::ru : Lang::kk; }
  /// Whose session the cookie names; nullopt: nobody is signed in.
  [[nodiscard]] const std::optional<accounts::Session>& session() const { return session_; }
  /// The token that the cookie holds; empty: none.
  [[nodiscard]] std::string session_token() const { return request_.cookies.get(kSessionCookie); }
  [[nodiscard]] bool has_role(std::string_view role) const;
  /// app/ gives the account the right to this step, for some body at least. What is done is asked again there.
  [[nodiscard]] bool may(report::RegisterAction action) const;
  /// The account acts for this body, or for all.
  [[nodiscard]] bool acts_for(const std::string& organisation) const;
  /// For deeds of app/. Somebody must be signed in.
  [[nodiscard]] registry::Actor actor() const;
  /// A form that this portal's own page sent: in a session it carries the session's token.
  [[nodiscard]] bool is_own_form() const;

  /// In words for a page (own_words.h); empty if it speaks of the command line alone.
  [[nodiscard]] std::string say(const Message& message) const;
  [[nodiscard]] std::string say(const LocalText& text) const { return text.in(lang_); }
  /// "/kk/today" for "/today".
  [[nodiscard]] std::string address(std::string_view path) const;

 private:
  const http::Request& request_;
  Desk desk_;
  Lang lang_ = Lang::kk;
  std::optional<accounts::Session> session_;
};

/// A form that changes something: POST, with the session's token. `inside`: its fields and buttons.
[[nodiscard]] Markup post_form(const Visitor& visitor, std::string_view path, const Markup& inside);
/// The same with files. `id` names it for scripts.
[[nodiscard]] Markup upload_form(const Visitor& visitor, std::string_view path, std::string_view id,
                                 const Markup& inside);

}  // namespace esep::web

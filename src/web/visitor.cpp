// SPDX-License-Identifier: MIT
#include "web/visitor.h"

#include "app/core/rights.h"
#include "base/text.h"
#include "registry/review_book.h"
#include "web/own_words.h"

namespace esep::web {
namespace {

constexpr std::array<std::string_view, 3> kLanguages = {"kk", "ru", "en"};

// The first of our languages that the browser names, in its own order: people put the one they read best first.
Lang language_of(const http::Request& request) {
  if (const auto kept = lang_from_code(request.cookies.get(kLanguageCookie))) return *kept;
  for (const std::string& range : split(request.headers.get("accept-language"), ',')) {
    const std::string code = ascii_lower(trim(range)).substr(0, 2);
    if (std::find(kLanguages.begin(), kLanguages.end(), code) != kLanguages.end()) return *lang_from_code(code);
  }
  return Lang::kk;
}

std::string host_of(std::string_view origin) {
  const size_t scheme = origin.find("://");
  return scheme == std::string_view::npos ? std::string(origin) : std::string(origin.substr(scheme + 3));
}

// Told in the time that any wrong one takes.
bool same_secret(std::string_view one, std::string_view other) {
  if (one.size() != other.size() || one.empty()) return false;
  unsigned different = 0;
  for (size_t i = 0; i < one.size(); ++i) different |= static_cast<unsigned char>(one[i] ^ other[i]);
  return different == 0;
}

Markup form(const Visitor& visitor, std::string_view path, Attributes attributes, const Markup& inside) {
  attributes.push_back({"method", "post"});
  attributes.push_back({"action", visitor.address(path)});
  Markup fields;
  if (visitor.session()) fields = hidden_field(kCsrfField, visitor.session()->csrf);
  return element("form", attributes, fields + inside);
}

}  // namespace

Visitor::Visitor(const http::Request& request, const Desk& desk, std::optional<Lang> lang)
    : request_(request), desk_(desk), lang_(lang.value_or(language_of(request))) {
  const std::string token = session_token();
  if (!token.empty()) session_ = desk_.accounts.session(token, desk_.clock.instant);
}

std::string Visitor::say(const Message& message) const {
  const Message own = own_words(message, engine().messages());
  return own.empty() ? "" : engine().messages().render(own, lang_);
}

bool Visitor::has_role(std::string_view role) const {
  return session_ && session_->account.rights.roles.contains(std::string(role));
}

bool Visitor::may(report::RegisterAction action) const {
  if (!session_) return false;
  try {
    app::require_right(engine(), action, actor());
    return true;
  } catch (const registry::StepRefused&) {
    return false;
  }
}

bool Visitor::acts_for(const std::string& organisation) const {
  if (!session_) return false;
  const auto& bodies = session_->account.rights.bodies;
  return !bodies || bodies->contains(organisation);
}

registry::Actor Visitor::actor() const { return {session_->account.login, desk_.clock.local, desk_.clock.local}; }

bool Visitor::is_own_form() const {
  if (request_.method != http::Method::post) return false;
  const std::string site = request_.headers.get("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const auto origin = request_.headers.find("origin");
  if (origin && host_of(*origin) != request_.headers.get("host")) return false;
  return !session_ || same_secret(request_.form.get(kCsrfField), session_->csrf);
}

std::string Visitor::address(std::string_view path) const {
  return "/" + std::string(lang_code(lang_)) + std::string(path);
}

Markup post_form(const Visitor& visitor, std::string_view path, const Markup& inside) {
  return form(visitor, path, {}, inside);
}

Markup upload_form(const Visitor& visitor, std::string_view path, std::string_view id, const Markup& inside) {
  return form(visitor, path, {{"enctype", "multipart/form-data"}, {"id", std::string(id)}}, inside);
}

}  // namespace esep::web

// SPDX-License-Identifier: MIT
#include "app/core/user_name.h"

#include "app/core/typed_text.h"
#include "base/error.h"
#include "base/shown_text.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace esep::app {
namespace {

bool is_user_name(const std::string& user) {
  return is_valid_utf8(user) && !trim(user).empty() && drop_invisible(user) == user && shown_in_line(user) == user;
}

}  // namespace

void require_user_name(const std::string& user, const char* hint) {
  if (!is_user_name(user)) throw Error(Message("USER-NAME", {{"user", user}}), hint, Error::Kind::usage);
  if (auto problem = unprintable_message(user)) throw Error(std::move(*problem), hint, Error::Kind::usage);
}

}  // namespace esep::app

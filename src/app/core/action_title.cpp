// SPDX-License-Identifier: MIT
#include "app/core/action_title.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/core/message_key.h"

namespace esep::app {
namespace {

// Every action that some program wrote into a history.
constexpr std::array<std::string_view, 40> kWritten{
    "init",
    "schema",
    "restore",
    "restore_lost",
    "export",
    "submit",
    "withdraw",
    "open",
    "assign",
    "note",
    "assess",
    "recommend",
    "answer",
    "close",
    "return",
    "approve",
    "register_add",
    "register_change",
    "register_correct",
    "event",
    "event_withdraw",
    "done",
    "done_withdraw",
    "dispatch",
    "dispatch_withdraw",
    "waive",
    "lock",
    "unlock",
    "paper",
    "attach",
    "remind",
    "queue",
    "account_add",
    "account_invite",
    "account_rights",
    "account_disable",
    "account_enable",
    "account_sign_out",
    "account_code",
    "account_no_code",
};

}  // namespace

std::string action_title(Engine& engine, const std::string& action, Lang lang) {
  if (std::find(kWritten.begin(), kWritten.end(), action) == kWritten.end()) return action;
  return engine.messages().render(Message(message_key("ACTION-", action), {}), lang);
}

std::string action_words(Engine& engine, const std::string& action, Lang lang) {
  const std::string title = action_title(engine, action, lang);
  return title == action ? action : title + " (" + action + ")";
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/paper/mail_sender.h"

#include "base/error.h"

namespace esep::app {

text::Mailbox mail_sender(Engine& engine, const std::optional<std::string>& said) {
  const std::string name = said.value_or(engine.settings().mail_sender);
  text::Mailbox out = text::mailbox_from(name);
  if (!name.empty() && out.address.empty()) {
    throw Error(Message("REMIND-SENDER", {{"value", name}}), "CLI-SEE-HELP", Error::Kind::usage);
  }
  if (out.address.empty()) out.address = kNobodysAddress;
  return out;
}

}  // namespace esep::app

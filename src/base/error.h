// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

#include "base/message.h"

namespace esep {

/// What cannot go on (docs/architecture.md, rule of conduct 2): an environment that does not work, an unknown
/// organisation, form or submission. Wrong *data* is never an Error but a Finding. Thrown anywhere, translated once
/// per adapter, caught once in cli/.
class Error : public std::runtime_error {
 public:
  enum class Kind { environment, usage };  // exit code 2 and 64

  explicit Error(Message message, Message hint = {}, Kind kind = Kind::environment);

  [[nodiscard]] const Message& message() const { return message_; }
  [[nodiscard]] const Message& hint() const { return hint_; }  // may be empty
  [[nodiscard]] Kind kind() const { return kind_; }

 private:
  Message message_;
  Message hint_;
  Kind kind_;
};

}  // namespace esep

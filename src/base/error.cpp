// SPDX-License-Identifier: MIT
#include "base/error.h"

namespace esep {
namespace {

// what() is for logs and tests; people get the catalogue's sentence.
std::string technical(const Message& message) {
  std::string out = message.key.empty() ? message.text.ru : message.key;
  for (const auto& [name, value] : message.args) {
    const auto* text = std::get_if<std::string>(&value);
    out += " " + name + "=" + (text != nullptr ? *text : std::get<LocalText>(value).ru);
  }
  return out;
}

}  // namespace

Error::Error(Message message, Message hint, Kind kind)
    : std::runtime_error(technical(message)), message_(std::move(message)), hint_(std::move(hint)), kind_(kind) {}

}  // namespace esep

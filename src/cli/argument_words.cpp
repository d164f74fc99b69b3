// SPDX-License-Identifier: MIT
#include "cli/argument_words.h"

#include "base/text.h"

namespace esep::cli {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool is_of_a_word(char c) { return is_capital(c) || (c >= 'a' && c <= 'z') || is_digit(c); }

std::string in_language(Session& session, std::string_view word) {
  const std::string key = "ARG-" + std::string(word);
  return session.engine().messages().find(key) == nullptr ? std::string(word) : session.say(Message(key, {}));
}

}  // namespace

std::string argument_words(Session& session, std::string_view text) {
  std::string out;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin;
    bool capitals = true;
    while (end < text.size() && is_of_a_word(text[end])) capitals = is_capital(text[end++]) && capitals;
    const std::string_view word = text.substr(begin, end - begin);
    if (word.empty()) {
      out += text[begin++];
      continue;
    }
    out += capitals ? in_language(session, word) : std::string(word);
    begin = end;
  }
  return out;
}

Message with_argument_words(Session& session, Message message) {
  if (message.key != "CLI-MISSING-ARGUMENT" && message.key != "CLI-OPTION-VALUE") return message;
  for (auto& [name, value] : message.args) {
    auto* text = std::get_if<std::string>(&value);
    if (text != nullptr && name != "option") *text = argument_words(session, *text);
  }
  return message;
}

}  // namespace esep::cli

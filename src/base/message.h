// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.h"

namespace esep {

/// A sentence for a person, before a language is chosen: a key of the message catalogue (data/messages/) with named
/// arguments, or, for rules of form files, the text itself. `datafile::MessageCatalogue` renders it. No folder below
/// cli/ holds a literal text for users.
///
/// In a text `{name}` stands for the argument `name`; `{{` and `}}` are literal braces. `{name|day|days}` stands for
/// the word that goes with the number `name`: in Russian three words (день|дня|дней), in Kazakh one (base/plural.h).
struct Message {
  using Value = std::variant<std::string, LocalText>;
  using Args = std::vector<std::pair<std::string, Value>>;

  std::string key;  // "CELL-DATE", empty if `text` is used
  Args args;
  LocalText text;  // used instead of the catalogue when `key` is empty

  Message() = default;
  Message(const char* catalogue_key, Args arguments = {}) : key(catalogue_key), args(std::move(arguments)) {}  // NOLINT
  Message(std::string catalogue_key, Args arguments) : key(std::move(catalogue_key)), args(std::move(arguments)) {}
  explicit Message(LocalText literal, Args arguments = {}) : args(std::move(arguments)), text(std::move(literal)) {}

  [[nodiscard]] bool empty() const { return key.empty() && text.empty(); }
  bool operator==(const Message&) const = default;
};

/// Replaces `{name}` in `pattern` by the arguments in `lang`. An unknown name stays unchanged. The
/// full stop of a sentence is not said twice: a value may end with one.
[[nodiscard]] std::string interpolate(std::string_view pattern, const Message::Args& args, Lang lang);

}  // namespace esep

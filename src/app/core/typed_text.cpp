// SPDX-License-Identifier: MIT
#include "app/core/typed_text.h"

#include <algorithm>

#include "base/character_kind.h"
#include "base/utf8.h"
#include "font/printable.h"

namespace esep::app {

std::optional<Message> unprintable_message(std::string_view text) {
  const std::u32string characters = font::unprintable(scrub_utf8(text));
  if (characters.empty()) return std::nullopt;
  const bool of_script = std::any_of(characters.begin(), characters.end(),
                                     [](char32_t cp) { return kind_of(cp) == CharacterKind::shaped; });
  return Message(of_script ? "TEXT-SCRIPT" : "TEXT-CHARACTER", {{"characters", font::named(characters)}});
}

}  // namespace esep::app

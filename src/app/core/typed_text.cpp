// SPDX-License-Identifier: MIT
#include "app/core/typed_text.h"

#include <algorithm>

#include "base/character_kind.h"
#include "base/error.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "font/printable.h"

namespace esep::app {
namespace {

constexpr size_t kLongestText = 4000;

}  // namespace

std::optional<Message> unprintable_message(std::string_view text) {
  const std::u32string characters = font::unprintable(scrub_utf8(text));
  if (characters.empty()) return std::nullopt;
  const bool of_script = std::any_of(characters.begin(), characters.end(),
                                     [](char32_t cp) { return kind_of(cp) == CharacterKind::shaped; });
  return Message(of_script ? "TEXT-SCRIPT" : "TEXT-CHARACTER", {{"characters", font::named(characters)}});
}

std::string typed_text(const std::string& text) {
  const auto wrong = [](const Message& why) { return Error(why, "CLI-SEE-HELP", Error::Kind::usage); };
  if (!is_valid_utf8(text)) throw wrong("REVIEW-TEXT-CODING");
  if (trim(text).empty()) throw wrong("REVIEW-TEXT-EMPTY");
  if (count_code_points(text) > kLongestText)
    throw wrong(Message("REVIEW-TEXT-LONG", {{"limit", std::to_string(kLongestText)}}));
  if (auto problem = unprintable_message(text)) throw Error(std::move(*problem), {}, Error::Kind::usage);
  std::string out;
  for (const char c : trim(text)) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n';
    if (c != '\r') out += control ? ' ' : c;
  }
  return to_nfc(out);
}

std::string typed_text_or_none(const std::string& text) { return trim(text).empty() ? "" : typed_text(text); }

}  // namespace esep::app

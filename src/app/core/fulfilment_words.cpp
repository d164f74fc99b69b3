// SPDX-License-Identifier: MIT
#include "app/core/fulfilment_words.h"

#include "app/core/message_key.h"
#include "base/text.h"

namespace esep::app {

Message fulfilment_message(const report::Fulfilment& deed) {
  std::vector<std::string> about;
  for (const std::string& one : {report::language_codes(deed.languages), deed.link, deed.document}) {
    if (!one.empty()) about.push_back(one);
  }
  if (about.empty()) return Message("FULFILMENT", {{"date", deed.date.dotted()}});
  return Message("FULFILMENT-ABOUT", {{"date", deed.date.dotted()}, {"about", join(about, "; ")}});
}

std::optional<Message> incomplete_message(Engine& engine, const form::Obligation& obligation,
                                          const report::Fulfilment& deed) {
  LocalText languages;
  for (const Lang lang : report::missing_languages(obligation, deed)) {
    const LocalText name = engine.render_all(Message(message_key("LANGUAGE-", lang_code(lang)), {}));
    const char* between = languages.empty() ? "" : ", ";
    languages.kk += between + name.kk;
    languages.ru += between + name.ru;
    languages.en += between + name.en;
  }
  if (languages.empty()) return std::nullopt;
  return Message("DONE-LANGUAGES", {{"languages", languages}});
}

std::vector<Message> fulfilment_remarks(Engine& engine, const form::Obligation& obligation,
                                        const std::optional<report::Fulfilment>& deed) {
  if (!deed) return {};
  std::vector<Message> out{fulfilment_message(*deed)};
  if (auto incomplete = incomplete_message(engine, obligation, *deed)) out.push_back(std::move(*incomplete));
  return out;
}

}  // namespace esep::app

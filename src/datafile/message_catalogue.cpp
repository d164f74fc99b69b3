// SPDX-License-Identifier: MIT
#include "datafile/message_catalogue.h"

#include "datafile/data_invalid.h"
#include "datafile/toml.h"

namespace esep::datafile {
namespace {

LocalText read_entry(TableReader& entry, const std::string& key) {
  LocalText text{entry.required_string("kk"), entry.required_string("ru"), entry.required_string("en")};
  entry.finish();
  const bool same = text.kk == text.ru || text.ru == text.en || text.kk == text.en;
  if (same && !text.kk.empty() && !text.ru.empty()) {
    entry.report("", "TOML-SAME-TRANSLATION", Message("TOML-SAME-TRANSLATION", {{"key", key}}));
  }
  return text;
}

}  // namespace

MessageCatalogue::MessageCatalogue(const Library& library) {
  Diagnostics diagnostics;
  for (const std::string& path : library.list("data/messages/", ".toml")) {
    const LibraryFile source = library.get(path);
    const auto file = File::parse(source.origin, source.text, diagnostics);
    if (!file) continue;
    for (const auto& [key, node] : file->root().entries()) {
      TableReader entry(node, diagnostics);
      if (!texts_.emplace(key, read_entry(entry, key)).second) {
        entry.report("", "MESSAGE-TWICE", Message("MESSAGE-TWICE", {{"key", key}}));
      }
    }
  }
  if (has_errors(diagnostics)) throw DataInvalid(std::move(diagnostics));
}

std::string MessageCatalogue::render(const Message& message, Lang lang) const {
  if (message.key.empty()) return interpolate(message.text.in(lang), message.args, lang);
  if (const LocalText* text = find(message.key)) return interpolate(text->in(lang), message.args, lang);
  std::string out = message.key;
  for (const auto& [name, value] : message.args) out += " " + name + "=" + interpolate("{v}", {{"v", value}}, lang);
  return out;
}

LocalText MessageCatalogue::render_all(const Message& message) const {
  return {render(message, Lang::kk), render(message, Lang::ru), render(message, Lang::en)};
}

const LocalText* MessageCatalogue::find(const std::string& key) const {
  const auto at = texts_.find(key);
  return at == texts_.end() ? nullptr : &at->second;
}

std::vector<std::string> MessageCatalogue::keys() const {
  std::vector<std::string> out;
  for (const auto& [key, text] : texts_) out.push_back(key);
  return out;
}

}  // namespace esep::datafile

// SPDX-License-Identifier: MIT
#include "datafile/message_catalogue.h"

#include <set>

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
  std::vector<LibraryFile> of_folders;
  for (const std::string& path : library.list("data/messages/", ".toml")) {
    LibraryFile source = library.get(path);
    if (source.embedded) {
      divide(source);
    } else {
      of_folders.push_back(std::move(source));
    }
  }
  for (LibraryFile& source : of_folders) read(source.origin, std::move(source.text), diagnostics);
  if (has_errors(diagnostics)) throw DataInvalid(std::move(diagnostics));
}

// An embedded file has only headings, each with its three lines, and comments.
void MessageCatalogue::divide(const LibraryFile& source) {
  const std::string text = "\n" + source.text;
  for (size_t at = text.find("\n["); at != std::string::npos;) {
    const size_t next = text.find("\n[", at + 1);
    const std::string entry = text.substr(at + 1, next == std::string::npos ? next : next - at);
    entries_.emplace(entry.substr(1, entry.find(']') - 1), LibraryFile{source.path, source.origin, entry, true});
    at = next;
  }
}

void MessageCatalogue::read(const std::string& name, std::string text, Diagnostics& diagnostics) const {
  const auto file = File::parse(name, std::move(text), diagnostics);
  if (!file) return;
  for (const auto& [key, node] : file->root().entries()) {
    TableReader entry(node, diagnostics);
    const auto embedded = entries_.find(key);
    const bool elsewhere = embedded != entries_.end() && embedded->second.origin != name;
    if (!texts_.emplace(key, read_entry(entry, key)).second || elsewhere) {
      entry.report("", "MESSAGE-TWICE", Message("MESSAGE-TWICE", {{"key", key}}));
    }
  }
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
  const std::scoped_lock lock(reading_);
  if (const auto known = texts_.find(key); known != texts_.end()) return &known->second;
  const auto entry = entries_.find(key);
  if (entry == entries_.end()) return nullptr;
  Diagnostics diagnostics;
  read(entry->second.origin, entry->second.text, diagnostics);
  if (has_errors(diagnostics)) throw DataInvalid(std::move(diagnostics));
  return &texts_.at(key);
}

std::vector<std::string> MessageCatalogue::keys() const {
  const std::scoped_lock lock(reading_);
  std::set<std::string> out;
  for (const auto& [key, text] : texts_) out.insert(key);
  for (const auto& [key, text] : entries_) out.insert(key);
  return {out.begin(), out.end()};
}

}  // namespace esep::datafile

// SPDX-License-Identifier: MIT
#include "app/upkeep/lost_deed.h"

#include <algorithm>

#include "app/core/event_titles.h"
#include "app/core/titles.h"
#include "base/text.h"
#include "registry/details.h"
#include "registry/record_number.h"

namespace esep::app {
namespace {

LocalText register_title(Engine& engine, const std::string& id) {
  const auto& all = engine.catalog().registers();
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
  return at == all.end() ? LocalText{id, id, id} : at->title;
}

}  // namespace

LostDeed lost_deed(const registry::HistoryEntry& entry) {
  LostDeed out{entry.seq, entry.at, entry.user, entry.action, "", registry::details_by_key(entry.details)};
  if (entry.submission) out.number = registry::record_number(registry::RecordKind::submission, *entry.submission);
  for (const char* key : {"recommendation", "attachment"}) {
    if (!out.facts[key].empty()) out.number = out.facts[key];
  }
  return out;
}

LocalText lost_words(Engine& engine, const LostDeed& deed) {
  const auto fact = [&](const char* key) {
    const auto at = deed.facts.find(key);
    return at == deed.facts.end() ? std::string() : at->second;
  };
  const auto same = [](const std::string& text) { return LocalText{text, text, text}; };
  std::vector<LocalText> parts;
  const auto add = [&](const char* key, const auto& title) {
    if (const std::string id = fact(key); !id.empty()) parts.push_back(title(id));
  };
  add("obligation", [&](const std::string& id) { return obligation_title(engine, id); });
  add("event", [&](const std::string& id) { return engine.event_titles().of(id); });
  add("form", [&](const std::string& id) { return form_title(engine, id); });
  add("register", [&](const std::string& id) { return register_title(engine, id); });
  add("key", same);
  const report::ReportKey key{fact("form"), fact("stage"), fact("organisation"), fact("subject"), fact("period"), 1};
  parts.push_back(key_words(engine, key));
  add("code", same);
  const auto all = [&](Lang lang) {
    std::vector<std::string> words;
    for (const LocalText& part : parts) {
      if (!part.in(lang).empty()) words.push_back(part.in(lang));
    }
    return join(words, "; ");
  };
  return {all(Lang::kk), all(Lang::ru), all(Lang::en)};
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/queue/noted_entry.h"

#include <charconv>

#include "registry/details.h"

namespace esep::app {

using queue_store::EntryMark;

EntryMark noted_entry(std::string_view text) {
  const auto details = registry::details_by_key(text);
  EntryMark out;
  const auto at = details.find("entry");
  const auto hash = details.find("hash");
  if (at != details.end()) std::from_chars(at->second.data(), at->second.data() + at->second.size(), out.seq);
  if (hash != details.end()) out.hash = hash->second;
  return out;
}

EntryMark last_noted(const registry::Registry& registry) {
  const auto row = registry.cached("SELECT details FROM history WHERE action = 'queue' ORDER BY seq DESC LIMIT 1");
  const EntryMark out = row->step() ? noted_entry(row->text_view(0)) : EntryMark();
  return out.hash.empty() ? EntryMark() : out;
}

bool holds(const queue_store::Store& store, const EntryMark& entry) {
  return entry.seq == 0 || store.hash_of(entry.seq) == entry.hash;
}

}  // namespace esep::app

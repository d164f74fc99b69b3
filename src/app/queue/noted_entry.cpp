// SPDX-License-Identifier: MIT
#include "app/queue/noted_entry.h"

#include <charconv>

#include "registry/details.h"

namespace esep::app {

NotedEntry last_noted(const registry::Registry& registry) {
  const auto row = registry.cached("SELECT details FROM history WHERE action = 'queue' ORDER BY seq DESC LIMIT 1");
  NotedEntry out;
  if (!row->step()) return out;
  const auto details = registry::details_by_key(row->text(0));
  const auto at = details.find("entry");
  const auto hash = details.find("hash");
  if (at == details.end() || hash == details.end()) return out;
  std::from_chars(at->second.data(), at->second.data() + at->second.size(), out.seq);
  out.hash = hash->second;
  return out;
}

bool holds(const queue_store::Store& store, const NotedEntry& entry) {
  return entry.seq == 0 || store.hash_of(entry.seq) == entry.hash;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/queue/person_key.h"

#include "base/keyed_hash.h"

namespace esep::app {

std::string child_id(Engine& engine, queue_store::Store& store, const std::string& iin) {
  const std::filesystem::path file = engine.workspace() / "person.key";
  const auto known = store.key_mark();
  const Error other(Message("QUEUE-KEY-OTHER", {{"file", file.string()}}), "QUEUE-KEY-OTHER-HINT");
  if (known && !std::filesystem::exists(file)) throw other;
  const std::string key = key_from_file(file);
  const std::string mark = keyed_hash(key, "");
  if (known && *known != mark) throw other;
  if (!known) store.set_key_mark(mark);
  return store.child_of(keyed_hash(key, iin));
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/queue/person_key.h"

#include "base/keyed_hash.h"

namespace esep::app {

PersonKey::PersonKey(const Engine& engine, queue_store::Store& store) : store_(store) {
  const std::filesystem::path file = engine.workspace() / "person.key";
  const auto known = store.key_mark();
  const Error other(Message("QUEUE-KEY-OTHER", {{"file", file.string()}}), "QUEUE-KEY-OTHER-HINT");
  if (known && !std::filesystem::exists(file)) throw other;
  key_ = key_from_file(file);
  const std::string mark = keyed_hash(key_, "");
  if (known && *known != mark) throw other;
  if (!known) store.set_key_mark(mark);
}

std::string PersonKey::child_id(const std::string& iin) const { return store_.child_of(keyed_hash(key_, iin)); }

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/upkeep/queue_copy.h"

#include "app/queue/queue_world.h"
#include "app/upkeep/register_copy.h"
#include "base/file.h"
#include "base/keyed_hash.h"

namespace esep::app {
namespace {

namespace fs = std::filesystem;

void copy_bytes(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::copy_file(from, to, error);
  if (error) unwritable(to, error.value());
  make_private(to);
}

}  // namespace

QueueFiles queue_files_of(const Engine& engine) { return {queue_file(engine), engine.workspace() / "person.key"}; }

QueueFiles queue_files_beside(const fs::path& backup) {
  fs::path stem = backup;
  if (stem.extension() == ".db") stem.replace_extension();
  return {stem.string() + ".queue.db", stem.string() + ".person.key"};
}

void copy_queue(const QueueFiles& from, const QueueFiles& to) {
  if (fs::exists(from.log)) {
    try {
      sqlite::Database(from.log, sqlite::OpenMode::read_only).backup_to(to.log);
      make_private(to.log);
    } catch (const Error&) {
      std::error_code ignored;
      fs::remove(to.log, ignored);
      copy_bytes(from.log, to.log);
    }
  }
  if (!to.key.empty() && fs::exists(from.key)) copy_bytes(from.key, to.key);
}

bool key_fits(const queue_store::Store& store, const fs::path& key) {
  const auto mark = store.key_mark();
  if (!mark) return true;
  try {
    return fs::exists(key) && keyed_hash(key_from_file(key), "") == *mark;
  } catch (const Error&) {
    return false;
  }
}

std::vector<registry::Damage> damage_of_queue(const QueueFiles& copy, const queue_store::EntryMark& noted) {
  std::vector<registry::Damage> out;
  const auto add = [&](Message message) { out.push_back({"queue", "", std::move(message)}); };
  const Message lacks("QUEUE-STORE-LOST",
                      {{"file", copy.log.filename().string()}, {"entry", std::to_string(noted.seq)}});
  if (!fs::exists(copy.log)) {
    if (noted.seq > 0) add(lacks);
    return out;
  }
  try {
    const queue_store::Store store(copy.log, false);
    for (const int64_t seq : store.damage()) add(Message("QUEUE-ENTRY", {{"entry", std::to_string(seq)}}));
    if (!holds(store, noted)) add(lacks);
    if (!key_fits(store, copy.key)) add(Message("QUEUE-KEY-OTHER", {{"file", copy.key.filename().string()}}));
  } catch (const Error& error) {
    add(error.message());
    return out;
  }
  leave_wal(copy.log);
  return out;
}

}  // namespace esep::app

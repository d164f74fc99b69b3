// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "app/core/engine.h"
#include "app/queue/noted_entry.h"
#include "registry/doctor/doctor.h"

/// The log of the queue, which a backup of the register takes along, and its key, if that is wanted: NAME.queue.db and
/// NAME.person.key beside NAME.db. The register's history names entries of the log, so that the two are one thing.
namespace esep::app {

struct QueueFiles {
  std::filesystem::path log;
  std::filesystem::path key;
};
[[nodiscard]] QueueFiles queue_files_of(const Engine& engine);
[[nodiscard]] QueueFiles queue_files_beside(const std::filesystem::path& backup);

/// Copies what there is of both, with mode 0600, or of the log alone if `to` names no key; a log that SQLite cannot
/// read byte by byte. The caller has the turn of the log where somebody else may write it.
void copy_queue(const QueueFiles& from, const QueueFiles& to);

/// Whether the key is there under which the log knows its children; true where it knows none.
[[nodiscard]] bool key_fits(const queue_store::Store& store, const std::filesystem::path& key);

/// What is wrong with a copy beside that of a register which knows an entry of the log: the log is missing, cannot be
/// read, is broken or lacks the entry, or its key is missing. It makes one file of the copy.
[[nodiscard]] std::vector<registry::Damage> damage_of_queue(const QueueFiles& copy,
                                                            const queue_store::EntryMark& noted);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include "app/upkeep/lost_deed.h"
#include "app/upkeep/queue_copy.h"

namespace esep::app {

/// What becomes of the log of the queue when a register is restored. A log of the workspace that has everything that
/// the backup's has stays as it is: nothing that was answered is lost. The next deed tells the restored history of it.
class QueueRestoration {
 public:
  /// Looks at the log beside `backup`, of which it makes a copy in `work`, and at the workspace's. `noted` is what the
  /// restored history knows. Error RESTORE-NO-QUEUE: no log at hand has that entry. RESTORE-QUEUE-DAMAGED: the one of
  /// the backup is damaged, or lacks it, and the workspace's does not do.
  QueueRestoration(Engine& engine, const std::filesystem::path& backup, const std::filesystem::path& work,
                   const queue_store::EntryMark& noted);

  /// The workspace's log stays although it has entries that the backup lacks.
  [[nodiscard]] int64_t kept_more() const { return kept_more_; }
  /// Entries of the replaced log that the new one lacks; nullopt: nobody can read it. The numbers of their applications
  /// and of its vouchers are not given to others.
  [[nodiscard]] const std::optional<std::vector<LostDeed>>& lost() const { return lost_; }
  /// The vouchers that the replaced log gave and the new one did not.
  [[nodiscard]] const std::vector<std::string>& lost_vouchers() const { return lost_vouchers_; }
  /// Neither here nor beside the backup is the key by which the log knows its children.
  [[nodiscard]] bool lacks_key() const { return key_ == Key::none; }

  /// Puts log and key in place; what they replace is kept under a name that begins with `stem`. The caller has the turn
  /// of the log. Returns the name of the log that was replaced; empty: none was.
  std::filesystem::path put(const std::string& stem);

 private:
  enum class Log { keeps, comes, replaces };
  enum class Key { keeps, comes, none };
  void compare(const queue_store::Store& own, queue_store::Store& copy);
  void keep_numbers(const queue_store::Store& own, const std::vector<std::string>& applications,
                    queue_store::Store& copy);
  void choose_key(const queue_store::Store& log);

  Engine& engine_;
  QueueFiles own_;
  QueueFiles copy_;  // in the work folder
  Log log_ = Log::keeps;
  Key key_ = Key::keeps;
  int64_t kept_more_ = 0;
  std::optional<std::vector<LostDeed>> lost_ = std::vector<LostDeed>();
  std::vector<std::string> lost_vouchers_;
};

}  // namespace esep::app

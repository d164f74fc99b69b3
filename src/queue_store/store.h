// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "queue/event.h"
#include "queue_store/table_book.h"

namespace esep::queue_store {

/// One entry of the log. hash(n) is the SHA-256 of hash(n-1) and of the entry's fields, each with its length before it.
struct Entry {
  int64_t seq = 0;  // from 1, without gaps
  calendar::Instant at;
  std::string line;   // the event as a row of CSV (docs/queues.md, "Events")
  std::string user;   // who entered it
  std::string clock;  // the computer's time, "2026-08-03T09:15"
  std::string hash;
};

/// Names an entry: a log that has it has all that came before it, too.
struct EntryMark {
  int64_t seq = 0;  // 0: none
  std::string hash;
};

/// Who is behind an application. Nothing of it stands in the log.
struct Person {
  std::string application;
  std::string number;  // random, for public lists
  std::string secret;  // SHA-256 of the word that its owner was told
  std::string child_iin;
  std::string child_name;
  std::string guardian_iin;
  std::string guardian_name;
};

/// Where in the log the tables stand.
struct Standing {
  int64_t entry = 0;  // the last one that they follow; 0: none
  std::string hash;   // its hash
  std::string rules;  // what tells the rules by which they follow
  bool operator==(const Standing&) const = default;
};

/// WS/queue.db: the log of all queues of a workspace. Each may throw SQLITE-….
///
/// Threads: as sqlite::Database, one thread at a time. Several processes may have the same file open.
class Store {
 public:
  /// `create` makes the file (mode 0600) where there is none. Error QUEUE-STORE-FOREIGN, QUEUE-STORE-NEWER.
  Store(const std::filesystem::path& file, bool create);

  /// For transactions; those that write wait for their turn (queue.lock).
  [[nodiscard]] sqlite::Database& database() { return *database_; }

  /// In their order. Error QUEUE-STORE-DAMAGED where an entry is no event.
  [[nodiscard]] std::vector<queue::Event> events() const;
  [[nodiscard]] std::vector<Entry> entries(int64_t after = 0) const;
  [[nodiscard]] EntryMark last() const;
  /// Numbers of entries that are missing, or whose hash does not follow from the entry and those before it.
  [[nodiscard]] std::vector<int64_t> damage() const;
  /// What SQLite finds broken in the file.
  [[nodiscard]] std::vector<std::string> broken() const;
  [[nodiscard]] std::optional<std::string> hash_of(int64_t seq) const;

  /// The time of the last entry; nullopt: the log is empty.
  [[nodiscard]] std::optional<calendar::Instant> last_time() const;
  /// The state that the tables hold.
  [[nodiscard]] TableBook& book() const { return *book_; }
  [[nodiscard]] Standing standing() const;
  /// The tables follow from the whole log by these rules.
  [[nodiscard]] bool stands_at_end(const std::string& rules) const;

  // Inside the caller's transaction:
  void append(const queue::Event& event, const std::string& user, const std::string& clock);
  /// Says that the tables follow from the log as it is, by these rules.
  void stand(const std::string& rules);
  /// The random id of the child with that keyed hash, made where there is none.
  [[nodiscard]] std::string child_of(const std::string& hash);
  /// Keeps what it has of the application: the log refuses a second one of that number.
  void add_person(const Person& person);
  /// What tells the key under which children are known from another one.
  void set_key_mark(const std::string& mark);

  [[nodiscard]] std::optional<std::string> key_mark() const;

  [[nodiscard]] std::optional<Person> person(const std::string& application) const;
  [[nodiscard]] std::vector<queue::Run> runs() const;

  /// Numbers of applications and vouchers that a replaced log gave. Those of vouchers count when the file is opened.
  void keep_lost_number(const std::string& number);
  [[nodiscard]] std::vector<std::string> lost_numbers() const;
  [[nodiscard]] bool is_lost_number(const std::string& number) const;

 private:
  std::unique_ptr<sqlite::Database> database_;
  std::unique_ptr<Statements> statements_;
  std::unique_ptr<TableBook> book_;
};

}  // namespace esep::queue_store

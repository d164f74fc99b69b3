// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.h"

namespace esep::sqlite {

/// All or nothing: what is not committed when the object dies is rolled back. Transactions do not nest. The Database
/// must outlive it.
///
/// Threads: it belongs to the thread that uses its Database. While an `immediate` one lives, nobody else writes to the
/// file.
class Transaction {
 public:
  /// `immediate` takes the turn of the database (Database::set_turn) and the write lock at once (SQLITE-BUSY when
  /// another keeps it for 10 seconds). `deferred` takes no lock before it needs one: it reads the database as it stood
  /// at its first read, whatever others write meanwhile.
  enum class Begin { immediate, deferred };
  explicit Transaction(Database& database, Begin begin = Begin::immediate);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database* database_;
  Turn turn_;  // given back last
  bool open_ = true;
};

}  // namespace esep::sqlite

// SPDX-License-Identifier: MIT
#include "sqlite/transaction.h"

#include "base/error.h"

namespace esep::sqlite {

Transaction::Transaction(Database& database, Begin begin)
    : database_(&database), turn_(begin == Begin::immediate ? database.take_turn() : nullptr) {
  database.execute(begin == Begin::immediate ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_ || !database_->in_transaction()) return;
  try {
    database_->execute("ROLLBACK");
  } catch (const Error&) {
    // SQLite rolls back by itself when the connection closes; a destructor has nobody to tell.
    return;
  }
}

void Transaction::commit() {
  database_->execute("COMMIT");
  open_ = false;
  turn_.reset();
}

}  // namespace esep::sqlite

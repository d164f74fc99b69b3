// SPDX-License-Identifier: MIT
#include "registry/doctor/snapshot.h"

#include "base/error.h"

namespace esep::registry {

Snapshot::Snapshot(sqlite::Database& database) : database_(&database) { database.execute("BEGIN"); }

Snapshot::~Snapshot() {
  try {
    if (database_->in_transaction()) database_->execute("ROLLBACK");
  } catch (const Error&) {
    // A damaged file has ended the transaction by itself.
  }
}

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#pragma once

#include "sqlite/database.h"

namespace esep::registry {

/// Reads as the register stands when it begins, whatever others write meanwhile.
class Snapshot {
 public:
  explicit Snapshot(sqlite::Database& database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  sqlite::Database* database_;
};

}  // namespace esep::registry

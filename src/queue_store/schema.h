// SPDX-License-Identifier: MIT
#pragma once

namespace esep::queue_store {

/// WS/queue.db (docs/queues.md, "Store"). The log and the runs are only appended. What stands in the other tables
/// follows from the log, but for `child` and `person`, which alone say who is who and may be erased. The unique indices
/// refuse a double whatever the program does.
inline constexpr int kSchemaVersion = 1;
inline constexpr const char* kSchema = R"sql(
CREATE TABLE entry(
  seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL, user TEXT NOT NULL, clock TEXT NOT NULL,
  previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entry is append-only'); END;

CREATE TABLE run(
  queue TEXT NOT NULL, day TEXT NOT NULL, edition TEXT NOT NULL, given INTEGER NOT NULL, reason TEXT NOT NULL,
  input TEXT NOT NULL, output TEXT NOT NULL, PRIMARY KEY(queue, day)) STRICT, WITHOUT ROWID;
CREATE TRIGGER run_no_update BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;
CREATE TRIGGER run_no_delete BEFORE DELETE ON run BEGIN SELECT RAISE(ABORT, 'run is append-only'); END;

CREATE TABLE application(
  id TEXT PRIMARY KEY, family TEXT NOT NULL, child TEXT NOT NULL, circle TEXT NOT NULL, state TEXT NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX application_live ON application(family, child) WHERE state IN ('waiting', 'voucher');

CREATE TABLE voucher(
  id TEXT PRIMARY KEY, application TEXT NOT NULL REFERENCES application(id), family TEXT NOT NULL, child TEXT NOT NULL,
  circle TEXT NOT NULL, place INTEGER NOT NULL, issued TEXT NOT NULL, valid_until TEXT NOT NULL, amount TEXT NOT NULL,
  state TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX voucher_place ON voucher(circle, place) WHERE state IN ('valid', 'used');
CREATE UNIQUE INDEX voucher_child ON voucher(family, child) WHERE state = 'valid';

CREATE TABLE person_key(mark TEXT NOT NULL) STRICT;
CREATE TABLE child(id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
CREATE TABLE person(
  application TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, secret TEXT NOT NULL, child_iin TEXT NOT NULL,
  child_name TEXT NOT NULL, guardian_iin TEXT NOT NULL, guardian_name TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Numbers that a log gave which this one replaced.
CREATE TABLE lost_number(application TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
)sql";

}  // namespace esep::queue_store

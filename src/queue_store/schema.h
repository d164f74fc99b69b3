// SPDX-License-Identifier: MIT
#pragma once

namespace esep::queue_store {

/// WS/queue.db (docs/queues.md, "Store"). The log and the runs are only appended. What stands in the other tables
/// follows from the log, but for `child` and `person`, which alone say who is who and may be erased, and `lost_number`.
/// The unique indices refuse a double whatever the program does. Money stands in units of Decimal, moments in
/// microseconds, days as "2026-08-03"; applications and vouchers count from 1, movements from 1 in each circle.
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

CREATE TABLE circle(
  code TEXT PRIMARY KEY, queue TEXT NOT NULL, operator TEXT NOT NULL, region TEXT NOT NULL, age_from INTEGER NOT NULL,
  age_to INTEGER NOT NULL, norm INTEGER NOT NULL, next_place INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE free_place(circle TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(circle, place)) STRICT, WITHOUT ROWID;

CREATE TABLE application(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, family TEXT NOT NULL, child TEXT NOT NULL, circle TEXT NOT NULL,
  priority TEXT NOT NULL, state TEXT NOT NULL, rank INTEGER NOT NULL, stands INTEGER NOT NULL, equals INTEGER NOT NULL,
  lot TEXT NOT NULL, outgrows TEXT NOT NULL, since INTEGER NOT NULL, ahead INTEGER NOT NULL,
  first_movement INTEGER NOT NULL, confirmed INTEGER NOT NULL, voucher INTEGER) STRICT;
CREATE UNIQUE INDEX application_live ON application(family, child) WHERE state IN ('waiting', 'voucher');
CREATE INDEX application_child ON application(child);
CREATE INDEX application_line ON application(circle, rank, stands, equals, lot, number) WHERE state = 'waiting';
CREATE INDEX application_outgrows ON application(outgrows) WHERE state = 'waiting';
CREATE TABLE movement(
  circle TEXT NOT NULL, number INTEGER NOT NULL, application INTEGER NOT NULL, cause TEXT NOT NULL,
  rank INTEGER NOT NULL, stands INTEGER NOT NULL, equals INTEGER NOT NULL, lot TEXT NOT NULL,
  PRIMARY KEY(circle, number)) STRICT, WITHOUT ROWID;

CREATE TABLE voucher(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, application INTEGER NOT NULL REFERENCES application(number),
  family TEXT NOT NULL, child TEXT NOT NULL, circle TEXT NOT NULL, place INTEGER NOT NULL, issued TEXT NOT NULL,
  valid_until TEXT NOT NULL, expires INTEGER, months INTEGER NOT NULL, norm INTEGER NOT NULL, amount INTEGER NOT NULL,
  state TEXT NOT NULL, ended INTEGER) STRICT;
CREATE UNIQUE INDEX voucher_place ON voucher(circle, place) WHERE state IN ('valid', 'used');
CREATE UNIQUE INDEX voucher_child ON voucher(family, child) WHERE state = 'valid';
CREATE INDEX voucher_expires ON voucher(expires, number) WHERE state = 'valid';

CREATE TABLE fund(
  operator TEXT NOT NULL, year INTEGER NOT NULL, granted INTEGER NOT NULL, unspent INTEGER NOT NULL,
  PRIMARY KEY(operator, year)) STRICT, WITHOUT ROWID;
CREATE TABLE restriction(
  number INTEGER PRIMARY KEY, region TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER) STRICT;
-- Where in the log, and under which rules, the tables stand.
CREATE TABLE standing(entry INTEGER NOT NULL, hash TEXT NOT NULL, rules TEXT NOT NULL) STRICT;

CREATE TABLE person_key(mark TEXT NOT NULL) STRICT;
CREATE TABLE child(id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
CREATE TABLE person(
  application TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, secret TEXT NOT NULL, child_iin TEXT NOT NULL,
  child_name TEXT NOT NULL, guardian_iin TEXT NOT NULL, guardian_name TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Numbers that a log gave which this one replaced: of applications, and of vouchers.
CREATE TABLE lost_number(application TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
)sql";

}  // namespace esep::queue_store

-- A register of schema version 1, as that program made it; registers in use look so. Never to be changed.
PRAGMA application_id = 1163085136;
CREATE TABLE history(
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, user TEXT NOT NULL, action TEXT NOT NULL, submission INTEGER,
  details TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE TRIGGER history_no_update BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_no_delete BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TABLE form_text(sha256 TEXT PRIMARY KEY, form TEXT NOT NULL, edition TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE TABLE file(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

CREATE TABLE register_row(
  register TEXT NOT NULL, key TEXT NOT NULL, column_id TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(register, key, column_id)) STRICT, WITHOUT ROWID;

CREATE TABLE event(
  id INTEGER PRIMARY KEY, event TEXT NOT NULL, form TEXT NOT NULL, stage TEXT NOT NULL, organisation TEXT NOT NULL,
  subject TEXT NOT NULL, period TEXT NOT NULL, occurrence INTEGER NOT NULL, date TEXT NOT NULL, document TEXT NOT NULL,
  user TEXT NOT NULL) STRICT;

CREATE TABLE submission(
  id INTEGER PRIMARY KEY, obligation TEXT NOT NULL, form TEXT NOT NULL, stage TEXT NOT NULL, organisation TEXT NOT NULL,
  subject TEXT NOT NULL, period TEXT NOT NULL, occurrence INTEGER NOT NULL, edition TEXT NOT NULL,
  form_sha256 TEXT NOT NULL REFERENCES form_text(sha256), revision INTEGER NOT NULL, received TEXT NOT NULL,
  nominal TEXT, effective TEXT, timeliness TEXT NOT NULL, state TEXT NOT NULL, locked INTEGER NOT NULL,
  working_days_late INTEGER NOT NULL, nil INTEGER NOT NULL, sha256 TEXT NOT NULL REFERENCES file(sha256),
  file_name TEXT NOT NULL, incoming TEXT NOT NULL, user TEXT NOT NULL, rows_sha256 TEXT NOT NULL,
  errors INTEGER NOT NULL, warnings INTEGER NOT NULL, chain_head TEXT NOT NULL) STRICT;
CREATE INDEX submission_key ON submission(form, period, organisation, subject, stage, occurrence);
CREATE UNIQUE INDEX submission_revision ON submission(form, stage, organisation, subject, period, occurrence, revision)
  WHERE revision > 0;
CREATE INDEX submission_file ON submission(sha256);

CREATE TABLE submission_field(
  submission INTEGER NOT NULL REFERENCES submission(id), field TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY(submission, field)) STRICT, WITHOUT ROWID;
CREATE TABLE finding(
  submission INTEGER NOT NULL REFERENCES submission(id), seq INTEGER NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL,
  row INTEGER NOT NULL, column_id TEXT NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, message_kk TEXT NOT NULL,
  message_ru TEXT NOT NULL, message_en TEXT NOT NULL, law_kk TEXT NOT NULL, law_ru TEXT NOT NULL,
  PRIMARY KEY(submission, seq)) STRICT, WITHOUT ROWID;

CREATE TABLE waiver(
  id INTEGER PRIMARY KEY, form TEXT NOT NULL, stage TEXT NOT NULL, organisation TEXT NOT NULL, subject TEXT NOT NULL,
  period TEXT NOT NULL, occurrence INTEGER NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL, basis TEXT NOT NULL,
  user TEXT NOT NULL) STRICT;
CREATE TABLE lock(
  id INTEGER PRIMARY KEY, form TEXT NOT NULL, period TEXT NOT NULL, locked INTEGER NOT NULL, reason TEXT NOT NULL,
  user TEXT NOT NULL) STRICT;
CREATE TABLE paper(
  code TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL, submission INTEGER, language TEXT NOT NULL,
  PRIMARY KEY(code, sha256)) STRICT, WITHOUT ROWID;
PRAGMA user_version = 1;

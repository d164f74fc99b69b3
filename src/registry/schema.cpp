// SPDX-License-Identifier: MIT
#include "registry/schema.h"

#include <array>
#include <string>

#include <fmt/core.h>

#include "base/error.h"
#include "base/file.h"
#include "base/work_folder.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

constexpr int64_t kApplicationId = 0x45534550;  // "ESEP"

constexpr const char* kVersion1 = R"sql(
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
)sql";

// Every row is written once. Only a recommendation changes, and only forward: answered, closed. History says who did it
// and when.
constexpr const char* kVersion2 = R"sql(
CREATE INDEX history_submission ON history(submission);

CREATE TABLE review(
  id INTEGER PRIMARY KEY, submission INTEGER NOT NULL REFERENCES submission(id), reviewer TEXT NOT NULL,
  opened_at TEXT NOT NULL, due TEXT, user TEXT NOT NULL) STRICT;
CREATE INDEX review_submission ON review(submission);
CREATE TABLE review_note(
  id INTEGER PRIMARY KEY, submission INTEGER NOT NULL REFERENCES submission(id), cell TEXT NOT NULL, row INTEGER NOT NULL,
  column_id TEXT NOT NULL, item TEXT NOT NULL, text TEXT NOT NULL, user TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX review_note_submission ON review_note(submission);
CREATE TABLE assessment(
  id INTEGER PRIMARY KEY, submission INTEGER NOT NULL REFERENCES submission(id), checklist TEXT NOT NULL,
  checklist_sha256 TEXT NOT NULL, item TEXT NOT NULL, answer TEXT NOT NULL, comment TEXT NOT NULL, documents TEXT NOT NULL,
  user TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX assessment_submission ON assessment(submission, checklist);
CREATE TABLE recommendation(
  id INTEGER PRIMARY KEY, submission INTEGER NOT NULL REFERENCES submission(id), cell TEXT NOT NULL, row INTEGER NOT NULL,
  column_id TEXT NOT NULL, item TEXT NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, user TEXT NOT NULL,
  at TEXT NOT NULL, answer TEXT NOT NULL, answered_by TEXT NOT NULL, outcome TEXT NOT NULL, closed_by TEXT NOT NULL,
  closed_at TEXT) STRICT;
CREATE INDEX recommendation_submission ON recommendation(submission);
CREATE TRIGGER review_no_update BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'review is append-only'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'review is append-only'); END;
CREATE TRIGGER review_note_no_update BEFORE UPDATE ON review_note BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
CREATE TRIGGER review_note_no_delete BEFORE DELETE ON review_note BEGIN SELECT RAISE(ABORT, 'notes are append-only'); END;
CREATE TRIGGER assessment_no_update BEFORE UPDATE ON assessment BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER assessment_no_delete BEFORE DELETE ON assessment BEGIN SELECT RAISE(ABORT, 'assessments are append-only'); END;
CREATE TRIGGER recommendation_no_delete BEFORE DELETE ON recommendation
  BEGIN SELECT RAISE(ABORT, 'recommendations are kept'); END;
CREATE TRIGGER recommendation_keeps BEFORE UPDATE OF id, submission, cell, row, column_id, item, text, due, user, at ON recommendation
  BEGIN SELECT RAISE(ABORT, 'recommendations are kept as given'); END;
)sql";

// Signatures of reports and papers. From this version on, every table refuses changes to rows that are written once.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE attachment(
  id INTEGER PRIMARY KEY, submission INTEGER REFERENCES submission(id), paper_code TEXT NOT NULL, paper_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES file(sha256), file_name TEXT NOT NULL, user TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX attachment_submission ON attachment(submission);
)sql";

std::string guards(const char* table, bool updates) {
  const std::string refuse = fmt::format(" ON {0} BEGIN SELECT RAISE(ABORT, '{0} is append-only'); END;\n", table);
  std::string out = fmt::format("CREATE TRIGGER {}_no_delete BEFORE DELETE{}", table, refuse);
  if (updates) out += fmt::format("CREATE TRIGGER {}_no_update BEFORE UPDATE{}", table, refuse);
  return out;
}

std::string version3() {
  std::string out = kVersion3;
  for (const char* table :
       {"attachment", "file", "form_text", "submission_field", "finding", "event", "waiver", "lock", "paper"})
    out += guards(table, true);
  // Only the state of a submission may change.
  return out + guards("submission", false) +
         "CREATE TRIGGER submission_keeps BEFORE UPDATE OF id, obligation, form, stage, organisation, subject, period, "
         "occurrence, edition, "
         "form_sha256, revision, received, nominal, effective, timeliness, locked, working_days_late, nil, sha256, "
         "file_name, incoming, user, "
         "rows_sha256, errors, warnings, chain_head ON submission BEGIN SELECT RAISE(ABORT, 'submissions are kept as "
         "received'); END;";
}

// What papers say in the second language: until now it was asked again of registers and queries for each paper.
std::string version4() {
  constexpr const char* kTable = R"sql(
CREATE TABLE submission_text(
  submission INTEGER NOT NULL REFERENCES submission(id), language TEXT NOT NULL, row INTEGER NOT NULL, name TEXT NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY(submission, language, row, name)) STRICT, WITHOUT ROWID;
)sql";
  return kTable + guards("submission_text", true);
}

// The sending of papers: until now, forming a paper counted as sending it.
std::string version5() {
  constexpr const char* kTable = R"sql(
CREATE TABLE dispatch(
  id INTEGER PRIMARY KEY, form TEXT NOT NULL, stage TEXT NOT NULL, organisation TEXT NOT NULL, subject TEXT NOT NULL,
  period TEXT NOT NULL, occurrence INTEGER NOT NULL, report TEXT NOT NULL, code TEXT NOT NULL, date TEXT NOT NULL,
  number TEXT NOT NULL, signer TEXT NOT NULL, user TEXT NOT NULL) STRICT;
)sql";
  return kTable + guards("dispatch", true);
}

// What was done of duties without a form: until now they stayed open for ever.
std::string version6() {
  constexpr const char* kTable = R"sql(
CREATE TABLE fulfilment(
  id INTEGER PRIMARY KEY, obligation TEXT NOT NULL, form TEXT NOT NULL, stage TEXT NOT NULL, organisation TEXT NOT NULL,
  subject TEXT NOT NULL, period TEXT NOT NULL, occurrence INTEGER NOT NULL, date TEXT NOT NULL, languages TEXT NOT NULL,
  link TEXT NOT NULL, document TEXT NOT NULL, user TEXT NOT NULL) STRICT;
)sql";
  return kTable + guards("fulfilment", true);
}

// One table of deeds, each with its addressee, in the place of two: their rows come in the order of the history, which
// is that of recording. A waiver of a duty without a form names the duty.
std::string version7() {
  constexpr const char* kTable = R"sql(
CREATE TABLE deed(
  id INTEGER PRIMARY KEY, action TEXT NOT NULL, obligation TEXT NOT NULL, form TEXT NOT NULL, stage TEXT NOT NULL,
  organisation TEXT NOT NULL, subject TEXT NOT NULL, period TEXT NOT NULL, occurrence INTEGER NOT NULL, addressee TEXT NOT NULL,
  date TEXT NOT NULL, report TEXT NOT NULL, code TEXT NOT NULL, number TEXT NOT NULL, signer TEXT NOT NULL, missing TEXT NOT NULL,
  languages TEXT NOT NULL, link TEXT NOT NULL, document TEXT NOT NULL, user TEXT NOT NULL) STRICT;
INSERT INTO deed(action, obligation, form, stage, organisation, subject, period, occurrence, addressee, date, report, code, number,
                 signer, missing, languages, link, document, user)
SELECT action, obligation, form, stage, organisation, subject, period, occurrence, '', date, report, code, number, signer, '',
       languages, link, document, user
FROM (SELECT 'dispatch' AS action, '' AS obligation, d.form, d.stage, d.organisation, d.subject, d.period, d.occurrence, d.date, d.report,
             d.code, d.number, d.signer, '' AS languages, '' AS link, '' AS document, d.user, e.seq, d.id
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM dispatch) AS d
      LEFT JOIN (SELECT seq, row_number() OVER (ORDER BY seq) AS place FROM history WHERE action = 'dispatch') AS e ON e.place = d.place
      UNION ALL
      SELECT 'done', f.obligation, f.form, f.stage, f.organisation, f.subject, f.period, f.occurrence, f.date, '', '', '', '', f.languages,
             f.link, f.document, f.user, e.seq, f.id
      FROM (SELECT *, row_number() OVER (ORDER BY id) AS place FROM fulfilment) AS f
      LEFT JOIN (SELECT seq, row_number() OVER (ORDER BY seq) AS place FROM history WHERE action IN ('done', 'done_withdraw')) AS e
             ON e.place = f.place)
ORDER BY seq IS NULL, seq, action, id;
DROP TABLE dispatch;
DROP TABLE fulfilment;
ALTER TABLE waiver ADD COLUMN obligation TEXT NOT NULL DEFAULT '';
)sql";
  return kTable + guards("deed", true);
}

// The computer's clock beside the day under which an entry was written. Entries of earlier programs have none, and
// their hashes stay as they are.
constexpr const char* kVersion8 = "ALTER TABLE history ADD COLUMN clock TEXT NOT NULL DEFAULT ''";

std::string migration(int64_t from) {
  const std::array steps{
      std::string(kVersion1), std::string(kVersion2), version3(), version4(), version5(), version6(), version7(),
      std::string(kVersion8)};
  static_assert(std::tuple_size_v<decltype(steps)> == kSchemaVersion, "one step for each version of the schema");
  return steps.at(static_cast<size_t>(from));
}

int64_t pragma(const sqlite::Database& database, const char* sql) {
  const auto value = database.value(sql);
  const auto* number = value ? std::get_if<int64_t>(&*value) : nullptr;
  return number == nullptr ? 0 : *number;
}

// A connection that is writing cannot copy itself; a second one sees what was committed before.
void keep_copy(const std::filesystem::path& file, int64_t version) {
  const WorkFolder work(folder_of(file));
  const auto copy = work.path() / "copy.db";
  sqlite::Database(file, sqlite::OpenMode::read_only).backup_to(copy);
  make_private(copy);
  give_free_name(copy, fmt::format("{}.v{}", file.string(), version), ".backup");
}

}  // namespace

void require_ours(const sqlite::Database& database, const std::filesystem::path& file) {
  const int64_t version = pragma(database, "PRAGMA user_version");
  if (version > kSchemaVersion) {
    throw Error(Message("REGISTRY-NEWER", {{"file", file.string()}, {"version", std::to_string(version)}}),
                Message("REGISTRY-NEWER-HINT"));
  }
  const bool has_tables = pragma(database, "SELECT count(*) FROM sqlite_schema") > 0;
  if (has_tables && pragma(database, "PRAGMA application_id") != kApplicationId) {
    throw Error(Message("REGISTRY-FOREIGN", {{"file", file.string()}}));
  }
}

void migrate(sqlite::Database& database, const std::filesystem::path& file) {
  migrate_to(database, file, kSchemaVersion);
}

void migrate_to(sqlite::Database& database, const std::filesystem::path& file, int64_t last) {
  require_ours(database, file);
  int64_t version = pragma(database, "PRAGMA user_version");
  const bool has_tables = pragma(database, "SELECT count(*) FROM sqlite_schema") > 0;
  while (version < last) {
    // Another process may have migrated while this one waited for the lock, so the version is read
    // again.
    sqlite::Transaction transaction(database);
    const int64_t now = pragma(database, "PRAGMA user_version");
    if (now == version) {
      if (has_tables) keep_copy(file, version);
      database.execute(migration(version));
      database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
      database.execute("PRAGMA user_version = " + std::to_string(version + 1));
      transaction.commit();
    }
    version = now == version ? version + 1 : now;
  }
}

}  // namespace esep::registry

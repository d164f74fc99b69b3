// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "base/error.h"
#include "base/hash.h"
#include "registry/deciding.h"
#include "registry/numbers.h"
#include "registry/record_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

using report::ReportKey;
using report::State;
using report::Submission;

const std::string& columns() {
  static const std::string kColumns =
      "id, obligation, form, stage, organisation, subject, period, occurrence, edition, form_sha256, revision, "
      "received, "
      "nominal, effective, timeliness, state, locked, working_days_late, nil, sha256, file_name, incoming, user, "
      "errors, "
      "warnings, chain_head, " +
      deciding_id("submission") + ", " + of_deciding("timeliness", "submission") + ", " +
      of_deciding("working_days_late", "submission");
  return kColumns;
}

std::string number_of(int64_t id) { return registry::number_of(Numbered::submission, id); }

std::optional<calendar::Date> date_at(const sqlite::Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : calendar::Date::parse_iso(row.text(column));
}

Submission read(const sqlite::Statement& row) {
  Submission s;
  s.id = row.integer(0);
  s.number = number_of(s.id);
  s.deadline.obligation = row.text(1);
  s.key = {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), static_cast<int>(row.integer(7))};
  s.contents.edition = row.text(8);
  s.contents.form_sha256 = row.text(9);
  s.revision = static_cast<int>(row.integer(10));
  s.receipt.received = calendar::LocalTime::parse(row.text(11)).value_or(calendar::LocalTime{});
  s.deadline.nominal = date_at(row, 12);
  s.deadline.effective = date_at(row, 13);
  s.verdict.timeliness = report::timeliness_from(row.text(14)).value_or(report::Timeliness::on_time);
  s.state = report::state_from(row.text(15)).value_or(State::received);
  s.locked = row.integer(16) != 0;
  s.verdict.working_days_late = static_cast<int>(row.integer(17));
  s.contents.nil = row.integer(18) != 0;
  s.receipt.sha256 = row.text(19);
  s.receipt.file_name = row.text(20);
  s.receipt.incoming = row.text(21);
  s.receipt.user = row.text(22);
  s.contents.errors = static_cast<int>(row.integer(23));
  s.contents.warnings = static_cast<int>(row.integer(24));
  s.receipt.chain_head = row.text(25);
  return s;
}

void bind_date(sqlite::Statement& statement, int index, const std::optional<calendar::Date>& date) {
  if (date) {
    statement.bind(index, date->iso());
  } else {
    statement.bind(index, nullptr);
  }
}

void bind_key(sqlite::Statement& statement, const ReportKey& key) {
  statement.bind(1, key.form).bind(2, key.stage).bind(3, key.organisation).bind(4, key.subject);
  statement.bind(5, key.period).bind(6, int64_t{key.occurrence});
}

constexpr std::string_view kKeyWhere =
    " WHERE form = ? AND stage = ? AND organisation = ? AND subject = ? AND period = ? AND occurrence = ? ";

std::string select(std::string_view where) { return "SELECT " + columns() + " FROM submission" + std::string(where); }

constexpr std::string_view kInForce = " AND revision > 0 AND state NOT IN ('withdrawn', 'superseded') ";

void insert_submission(sqlite::Statement& insert, const Submission& s, const std::string& rows_sha256) {
  bind_key(insert, s.key);
  insert.bind(7, s.id)
      .bind(8, s.deadline.obligation)
      .bind(9, s.contents.edition)
      .bind(10, s.contents.form_sha256)
      .bind(11, int64_t{s.revision});
  insert.bind(12, s.receipt.received.iso());
  bind_date(insert, 13, s.deadline.nominal);
  bind_date(insert, 14, s.deadline.effective);
  insert.bind(15, report::timeliness_name(s.verdict.timeliness)).bind(16, report::state_name(s.state));
  insert.bind(17, int64_t{s.locked ? 1 : 0})
      .bind(18, int64_t{s.verdict.working_days_late})
      .bind(19, int64_t{s.contents.nil ? 1 : 0});
  insert.bind(20, s.receipt.sha256).bind(21, s.receipt.file_name).bind(22, s.receipt.incoming).bind(23, s.receipt.user);
  insert.bind(24, int64_t{s.contents.errors})
      .bind(25, int64_t{s.contents.warnings})
      .bind(26, rows_sha256)
      .bind(27, s.receipt.chain_head);
  insert.run();
}

void insert_fields(sqlite::Statement& insert, int64_t id, const std::map<std::string, form::Value>& fields) {
  for (const auto& [field, value] : fields) {
    if (!form::is_blank(value)) insert.bind(1, id).bind(2, field).bind(3, form::canonical_text(value)).run();
  }
}

void insert_findings(sqlite::Statement& insert, int64_t id, const std::vector<NewSubmission::KeptFinding>& findings) {
  int64_t seq = 0;
  for (const auto& [f, message] : findings) {
    insert.bind(1, id).bind(2, ++seq).bind(3, f.sheet).bind(4, f.cell).bind(5, int64_t{f.row}).bind(6, f.column);
    insert.bind(7, f.code).bind(8, severity_name(f.severity)).bind(9, message.kk).bind(10, message.ru);
    insert.bind(11, message.en).bind(12, f.law.kk).bind(13, f.law.ru).run();
  }
}

void insert_texts(sqlite::Statement& insert, int64_t id, const std::vector<PaperText>& texts) {
  for (const PaperText& text : texts) {
    insert.bind(1, id).bind(2, lang_code(text.lang)).bind(3, text.row).bind(4, text.name).bind(5, text.value).run();
  }
}

class RowsDigest {
 public:
  void add(const table::TypedRow& row) {
    line_ = std::to_string(row.sheet_row);
    line_ += ',';
    line_ += std::to_string(row.record);
    line_ += row.first ? ",1" : ",0";
    for (const auto& value : row.values) {
      const auto* text = std::get_if<std::string>(&value);
      put(text != nullptr ? *text : form::canonical_text(value));
    }
    line_ += '\n';
    hash_.update(line_);
  }
  std::string hex() { return hash_.finish_hex(); }

 private:
  void put(std::string_view text) {
    line_ += ',';
    line_ += std::to_string(text.size());
    line_ += ':';
    line_ += text;
  }
  Sha256 hash_;
  std::string line_;
};

// The rows come out of a table with the same columns, so that what is pinned is what is stored.
std::string insert_rows(sqlite::Database& database, KeptStatements& kept, int64_t id, const NewSubmission& submission) {
  table::RowWriter& writer = kept.writer(database, *submission.form);
  const auto rows = submission.rows();
  RowsDigest digest;
  table::TypedRow row;
  while (rows->next(row)) {
    writer.insert(id, row);
    digest.add(row);
  }
  return digest.hex();
}

// A transaction that did not come to its end may have taken a table with it that statements were prepared for.
class ForgetUnlessDone {
 public:
  explicit ForgetUnlessDone(KeptStatements& kept) : kept_(kept) {}
  ~ForgetUnlessDone() {
    if (!done_) kept_.clear();
  }
  ForgetUnlessDone(const ForgetUnlessDone&) = delete;
  ForgetUnlessDone& operator=(const ForgetUnlessDone&) = delete;
  void done() { done_ = true; }

 private:
  KeptStatements& kept_;
  bool done_ = false;
};

constexpr const char* kInsertSubmission =
    "INSERT INTO submission(form, stage, organisation, subject, period, occurrence, id, obligation, edition, "
    "form_sha256, revision, received, nominal, effective, timeliness, state, locked, working_days_late, nil, sha256, "
    "file_name, incoming, user, errors, warnings, rows_sha256, chain_head) "
    "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
constexpr const char* kInsertFinding =
    "INSERT INTO finding(submission, seq, sheet, cell, row, column_id, code, severity, message_kk, message_ru, "
    "message_en, law_kk, law_ru) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)";

std::string digest_of(const std::vector<NewSubmission::KeptFinding>& findings) {
  RecordsDigest out;
  for (const auto& [f, message] : findings) {
    out.add({f.sheet, f.cell, std::to_string(f.row), f.column, f.code, std::string(severity_name(f.severity)),
             message.kk, message.ru, message.en, f.law.kk, f.law.ru});
  }
  return out.hex();
}

// In the order of the table's key.
std::string digest_of(std::vector<PaperText> texts) {
  const auto key = [](const PaperText& text) {
    return std::tuple(lang_code(text.lang), text.row, std::string_view(text.name));
  };
  std::sort(texts.begin(), texts.end(), [&](const PaperText& a, const PaperText& b) { return key(a) < key(b); });
  RecordsDigest out;
  for (const PaperText& text : texts)
    out.add({std::string(lang_code(text.lang)), std::to_string(text.row), text.name, text.value});
  return out.hex();
}

std::string details_of(const Submission& s, const std::string& rows_sha256, const NewSubmission& submission) {
  Details details;
  details.add("number", s.number)
      .add("obligation", s.deadline.obligation)
      .add("form", s.key.form)
      .add("edition", s.contents.edition);
  details.add("stage", s.key.stage).add("organisation", s.key.organisation).add("subject", s.key.subject);
  details.add("period", s.key.period).add("occurrence", s.key.occurrence).add("revision", s.revision);
  details.add("received", s.receipt.received.iso()).add("nominal", s.deadline.nominal ? s.deadline.nominal->iso() : "");
  details.add("effective", s.deadline.effective ? s.deadline.effective->iso() : "")
      .add("timeliness", report::timeliness_name(s.verdict.timeliness));
  details.add("working_days_late", s.verdict.working_days_late)
      .add("state", report::state_name(s.state))
      .add("nil", s.contents.nil ? 1 : 0);
  details.add("file", s.receipt.file_name)
      .add("incoming", s.receipt.incoming)
      .add("sha256", s.receipt.sha256)
      .add("form_sha256", s.contents.form_sha256);
  details.add("rows_sha256", rows_sha256).add("errors", s.contents.errors).add("warnings", s.contents.warnings);
  details.add("locked", s.locked ? 1 : 0).add("findings_sha256", digest_of(submission.findings));
  details.add("texts_sha256", digest_of(submission.texts));
  for (const auto& [field, value] : submission.fields) details.add("field." + field, form::canonical_text(value));
  return details.text();
}

}  // namespace

std::string rows_digest(table::RowReader& rows) {
  RowsDigest digest;
  table::TypedRow row;
  while (rows.next(row)) digest.add(row);
  return digest.hex();
}

Registry::Submitted Registry::submit(const NewSubmission& submission, const Actor& actor) {
  ForgetUnlessDone forget(*kept_);
  sqlite::Transaction transaction(*database_);
  Submission s;
  s.key = submission.key;
  s.deadline = submission.deadline;
  s.verdict = submission.verdict;
  s.receipt = submission.receipt;
  s.contents = submission.contents;
  {
    const auto same = kept(select(kKeyWhere) + " AND sha256 = ? AND state <> 'withdrawn' ORDER BY id DESC LIMIT 1");
    bind_key(*same, s.key);
    same->bind(7, s.receipt.sha256);
    if (same->step()) {
      forget.done();
      return {judged(*same), true};
    }
  }
  if (submission.permit) submission.permit();
  s.receipt.user = actor.user;
  s.id = next_id();
  s.number = number_of(s.id);
  s.state = submission.accepted ? State::received : State::rejected;
  s.revision = submission.accepted ? next_revision(s.key) : 0;
  kept("INSERT OR IGNORE INTO form_text(sha256, form, edition, text) VALUES(?,?,?,?)")
      ->bind(1, s.contents.form_sha256)
      .bind(2, submission.form->id)
      .bind(3, submission.form->edition)
      .bind(4, submission.form->file.text)
      .run();
  kept("INSERT OR IGNORE INTO file(sha256, bytes) VALUES(?,?)")
      ->bind(1, s.receipt.sha256)
      .bind_blob(2, submission.bytes)
      .run();
  const std::string digest = submission.accepted ? insert_rows(*database_, *kept_, s.id, submission) : "";
  if (submission.accepted) {
    const auto supersede =
        kept("UPDATE submission SET state = 'superseded'" + std::string(kKeyWhere) + std::string(kInForce));
    bind_key(*supersede, s.key);
    supersede->run();
  }
  s.receipt.chain_head = history().append(actor, "submit", s.id, details_of(s, digest, submission));
  insert_submission(*kept(kInsertSubmission), s, digest);
  insert_fields(*kept("INSERT INTO submission_field(submission, field, value) VALUES(?,?,?)"), s.id, submission.fields);
  insert_texts(*kept("INSERT INTO submission_text(submission, language, row, name, value) VALUES(?,?,?,?,?)"), s.id,
               submission.texts);
  insert_findings(*kept(kInsertFinding), s.id, submission.findings);
  {
    const auto stored = kept(select(" WHERE id = ?"));
    stored->bind(1, s.id);
    if (stored->step()) s = judged(*stored);
  }
  transaction.commit();
  forget.done();
  return {std::move(s), false};
}

// What is stored is the verdict on these bytes; what is told is that on the report.
Submission Registry::judged(const sqlite::Statement& row) const {
  Submission s = read(row);
  const int64_t first = row.integer(26);
  if (first == s.id || (latest_decides_ && latest_decides_(s.deadline.obligation))) return s;
  s.verdict.decided_by = number_of(first);
  s.verdict.timeliness = report::timeliness_from(row.text(27)).value_or(s.verdict.timeliness);
  s.verdict.working_days_late = static_cast<int>(row.integer(28));
  return s;
}

int64_t Registry::next_id() const {
  const auto last = kept("SELECT coalesce(max(id), 0) + 1 FROM submission");
  last->step();
  return last->integer(0);
}

int Registry::next_revision(const ReportKey& key) const {
  const auto last = kept("SELECT coalesce(max(revision), 0) + 1 FROM submission" + std::string(kKeyWhere));
  bind_key(*last, key);
  last->step();
  return static_cast<int>(last->integer(0));
}

Submission Registry::find(std::string_view number) const {
  if (const auto id = id_of(Numbered::submission, number)) {
    const auto row = kept(select(" WHERE id = ?"));
    row->bind(1, *id);
    if (row->step()) return judged(*row);
  }
  throw Error(Message("SUBMISSION-UNKNOWN", {{"number", std::string(number)}}), "SUBMISSION-UNKNOWN-HINT");
}

std::vector<Submission> Registry::submissions(const Filter& filter) const {
  auto rows = database_->prepare(
      select(" WHERE (?1 = '' OR form = ?1) AND (?2 = '' OR organisation = ?2) AND (?3 = '' OR subject = ?3) "
             "AND (?4 = '' OR period = ?4) AND (?5 = '' OR stage = ?5) ORDER BY id"));
  rows.bind(1, filter.form)
      .bind(2, filter.organisation)
      .bind(3, filter.subject)
      .bind(4, filter.period)
      .bind(5, filter.stage);
  std::vector<Submission> out;
  while (rows.step()) out.push_back(judged(rows));
  return out;
}

std::optional<Submission> Registry::latest_accepted(const ReportKey& key) const {
  const auto row = kept(select(kKeyWhere) + std::string(kInForce) + "ORDER BY revision DESC LIMIT 1");
  bind_key(*row, key);
  if (!row->step()) return std::nullopt;
  return judged(*row);
}

std::optional<Submission> Registry::previous_accepted(const ReportKey& key) const {
  // Texts of equal length compare as periods do: 2026-09 < 2026-10, 2026-Q1 < 2026-Q2.
  const auto row = kept(select(" WHERE form = ? AND stage = ? AND organisation = ? AND subject = ? AND period < ? AND "
                               "length(period) = length(?)") +
                        std::string(kInForce) + "ORDER BY period DESC, revision DESC LIMIT 1");
  row->bind(1, key.form)
      .bind(2, key.stage)
      .bind(3, key.organisation)
      .bind(4, key.subject)
      .bind(5, key.period)
      .bind(6, key.period);
  if (!row->step()) return std::nullopt;
  return judged(*row);
}

std::map<std::string, std::string> Registry::fields(int64_t submission) const {
  std::map<std::string, std::string> out;
  auto rows = database_->prepare("SELECT field, value FROM submission_field WHERE submission = ?");
  rows.bind(1, submission);
  while (rows.step()) out[rows.text(0)] = rows.text(1);
  return out;
}

std::vector<PaperText> Registry::paper_texts(int64_t submission, Lang lang) const {
  std::vector<PaperText> out;
  auto rows = database_->prepare(
      "SELECT row, name, value FROM submission_text WHERE submission = ? AND language = ? ORDER BY row, name");
  rows.bind(1, submission).bind(2, lang_code(lang));
  while (rows.step()) out.push_back({lang, rows.integer(0), rows.text(1), rows.text(2)});
  return out;
}

std::vector<NewSubmission::KeptFinding> Registry::findings(int64_t submission) const {
  std::vector<NewSubmission::KeptFinding> out;
  auto rows = database_->prepare(
      "SELECT sheet, cell, row, column_id, code, severity, message_kk, message_ru, message_en, law_kk, law_ru "
      "FROM finding WHERE submission = ? ORDER BY seq");
  rows.bind(1, submission);
  while (rows.step()) {
    const std::string severity = rows.text(5);
    report::Finding finding;
    finding.sheet = rows.text(0);
    finding.cell = rows.text(1);
    finding.row = static_cast<int>(rows.integer(2));
    finding.column = rows.text(3);
    finding.code = rows.text(4);
    finding.severity =
        severity == "error" ? Severity::error : (severity == "warning" ? Severity::warning : Severity::info);
    finding.law = {rows.text(9), rows.text(10), ""};
    LocalText message{rows.text(6), rows.text(7), rows.text(8)};
    finding.message = Message(message);
    out.push_back({std::move(finding), std::move(message)});
  }
  return out;
}

std::string Registry::file_bytes(const std::string& sha256) const {
  auto row = database_->prepare("SELECT bytes FROM file WHERE sha256 = ?");
  row.bind(1, sha256);
  return row.step() ? std::string(row.blob_view(0)) : std::string();
}

std::string Registry::form_text(const std::string& sha256) const {
  auto row = database_->prepare("SELECT text FROM form_text WHERE sha256 = ?");
  row.bind(1, sha256);
  return row.step() ? row.text(0) : std::string();
}

State Registry::own_state(int64_t id) const {
  State out = State::received;
  auto rows = database_->prepare("SELECT action, details FROM history WHERE submission = ? ORDER BY seq");
  rows.bind(1, id);
  while (rows.step()) {
    if (const auto state = state_after(rows.text(0), rows.text(1))) out = *state;
  }
  return out;
}

void Registry::withdraw(const std::string& number, const std::string& reason, const Actor& actor,
                        const std::function<void(const Submission&)>& permit) {
  sqlite::Transaction transaction(*database_);
  const Submission now = find(number);
  if (now.state == State::withdrawn || now.state == State::rejected) {
    throw Error(
        Message("SUBMISSION-STATE", {{"number", now.number}, {"state", std::string(report::state_name(now.state))}}));
  }
  if (permit) permit(now);
  set_state(now.id, State::withdrawn);
  Details details;
  details.add("number", now.number).add("reason", reason);
  std::optional<Submission> earlier;
  if (now.state != State::superseded) earlier = last_superseded(now.key);
  if (earlier) {
    const State before = own_state(earlier->id);
    set_state(earlier->id, before);
    details.add("restored", earlier->number).add("restored_state", report::state_name(before));
  } else {
    details.add("restored", "");
  }
  history().append(actor, "withdraw", now.id, details.text());
  transaction.commit();
}

std::optional<Submission> Registry::last_superseded(const ReportKey& key) const {
  const auto row = kept(select(kKeyWhere) + " AND state = 'superseded' ORDER BY revision DESC LIMIT 1");
  bind_key(*row, key);
  if (!row->step()) return std::nullopt;
  return read(*row);
}

void Registry::set_state(int64_t id, State state) {
  kept("UPDATE submission SET state = ? WHERE id = ?")->bind(1, report::state_name(state)).bind(2, id).run();
}

}  // namespace esep::registry

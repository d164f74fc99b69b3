// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include <fmt/core.h>

#include "registry/column_values.h"
#include "registry/details.h"
#include "registry/digests.h"
#include "registry/record_number.h"
#include "registry/registry.h"
#include "registry/revision_sql.h"
#include "registry/stored_submission.h"
#include "registry/surplus.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

using report::Submission;

void insert_fields(sqlite::Statement& insert, int64_t id, const std::map<std::string, form::Value>& fields) {
  for (const auto& [field, value] : fields) {
    if (!form::is_blank(value)) insert.bind(1, id).bind(2, field).bind(3, form::canonical_text(value)).run();
  }
}

void insert_findings(sqlite::Statement& insert, int64_t id, const std::vector<StoredFinding>& findings) {
  int64_t seq = 0;
  for (const auto& [f, message] : findings) {
    insert.bind(1, id).bind(2, ++seq).bind(3, f.sheet).bind(4, f.cell).bind(5, f.row).bind(6, f.column);
    insert.bind(7, f.code).bind(8, severity_name(f.severity)).bind(9, message.kk).bind(10, message.ru);
    insert.bind(11, message.en).bind(12, f.law.kk).bind(13, f.law.ru).run();
  }
}

void insert_texts(sqlite::Statement& insert, int64_t id, const std::vector<PaperText>& texts) {
  for (const PaperText& text : texts) {
    insert.bind(1, id).bind(2, lang_code(text.lang)).bind(3, text.row).bind(4, text.name).bind(5, text.value).run();
  }
}

// The rows come from a table with the same columns, so that the hash is of the stored values.
std::string insert_rows(table::RowWriter& writer, int64_t id, const NewSubmission& submission) {
  const auto rows = submission.rows();
  RowsDigest digest;
  table::TypedRow row;
  while (rows->next(row)) {
    writer.insert(id, row);
    digest.add(row);
  }
  return digest.hex();
}

// An unfinished transaction may have removed a table for which statements were prepared.
class ClearUnlessDone {
 public:
  explicit ClearUnlessDone(StatementCache& cache) : cache_(cache) {}
  ~ClearUnlessDone() {
    if (!done_) cache_.clear();
  }
  ClearUnlessDone(const ClearUnlessDone&) = delete;
  ClearUnlessDone& operator=(const ClearUnlessDone&) = delete;
  void done() { done_ = true; }

 private:
  StatementCache& cache_;
  bool done_ = false;
};

std::string digest_of(const std::vector<StoredFinding>& findings) {
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

std::string date_text(const std::optional<calendar::Date>& date) { return date ? date->iso() : ""; }

std::string details_of(const Submission& s, const std::string& rows_sha256, const NewSubmission& submission) {
  Details details;
  details.add("number", s.number).add("obligation", s.deadline.obligation).add("form", s.key.form);
  details.add("edition", s.contents.edition).add("stage", s.key.stage).add("organisation", s.key.organisation);
  details.add("subject", s.key.subject).add("period", s.key.period).add("occurrence", s.key.occurrence);
  details.add("revision", s.revision).add("received", s.receipt.received.iso());
  details.add("nominal", date_text(s.deadline.nominal)).add("effective", date_text(s.deadline.effective));
  details.add("timeliness", report::timeliness_name(s.verdict.timeliness));
  details.add("working_days_late", s.verdict.working_days_late).add("state", report::state_name(s.state));
  details.add("nil", s.contents.nil ? 1 : 0).add("file", s.receipt.file_name).add("incoming", s.receipt.incoming);
  details.add("sha256", s.receipt.sha256).add("form_sha256", s.contents.form_sha256).add("rows_sha256", rows_sha256);
  details.add("errors", s.contents.errors).add("warnings", s.contents.warnings).add("locked", s.locked ? 1 : 0);
  details.add("findings_sha256", digest_of(submission.findings));
  details.add("texts_sha256", digest_of(submission.texts));
  for (const auto& [field, value] : submission.fields) details.add("field." + field, form::canonical_text(value));
  return details.text();
}

}  // namespace

Registry::Submitted Registry::submit(const NewSubmission& submission, const Actor& actor) {
  ClearUnlessDone clear(*cache_);
  sqlite::Transaction transaction(*database_);
  if (auto before = same_file(submission)) {
    clear.done();
    return {std::move(*before), true};
  }
  if (submission.permit) submission.permit();
  const Submission s = numbered(submission, actor);
  store_file_and_form(submission);
  std::string rows_sha256;
  if (submission.accepted) {
    rows_sha256 = insert_rows(cache_->writer(*database_, *submission.form), s.id, submission);
    supersede(s.key);
  }
  store(s, rows_sha256, submission, actor);
  Submitted out{find(s.number), false};
  transaction.commit();
  clear.done();
  return out;
}

std::optional<Submission> Registry::same_file(const NewSubmission& submission) const {
  const auto row = cached(select_submissions(
      fmt::format(" WHERE {} AND sha256 = ? AND {} ORDER BY id DESC LIMIT 1", kKeyIs, in_force_sql("submission"))));
  bind_key(*row, 1, submission.key);
  row->bind(7, submission.receipt.sha256);
  return row->step() ? std::optional(judged(*row)) : std::nullopt;
}

Submission Registry::numbered(const NewSubmission& submission, const Actor& actor) const {
  Submission out;
  out.id = next_id(*this, RecordKind::submission);
  out.number = record_number(RecordKind::submission, out.id);
  out.key = submission.key;
  out.revision = submission.accepted ? next_revision(out.key) : 0;
  out.state = submission.accepted ? report::State::received : report::State::rejected;
  out.deadline = submission.deadline;
  out.verdict = submission.verdict;
  out.receipt = submission.receipt;
  out.receipt.user = actor.user;
  out.contents = submission.contents;
  return out;
}

int Registry::next_revision(const report::ReportKey& key) const {
  const auto last = cached(std::string("SELECT coalesce(max(revision), 0) + 1 FROM submission WHERE ") + kKeyIs);
  bind_key(*last, 1, key);
  last->step();
  return static_cast<int>(last->integer(0));
}

void Registry::store_file_and_form(const NewSubmission& submission) {
  cached("INSERT OR IGNORE INTO form_text(sha256, form, edition, text) VALUES(?,?,?,?)")
      ->bind(1, submission.contents.form_sha256)
      .bind(2, submission.form->id)
      .bind(3, submission.form->edition)
      .bind(4, submission.form->file.text)
      .run();
  cached("INSERT OR IGNORE INTO file(sha256, bytes) VALUES(?,?)")
      ->bind(1, submission.receipt.sha256)
      .bind_in_place(2, submission.bytes)
      .run();
}

void Registry::supersede(const report::ReportKey& key) {
  const auto update = cached(
      fmt::format("UPDATE submission SET state = 'superseded' WHERE {} AND {}", kKeyIs, in_force_sql("submission")));
  bind_key(*update, 1, key);
  update->run();
}

void Registry::store(Submission s, const std::string& rows_sha256, const NewSubmission& submission,
                     const Actor& actor) {
  s.receipt.chain_head = history().append(actor, "submit", s.id, details_of(s, rows_sha256, submission));
  insert_submission(*cached(insert_submission_sql()), s, rows_sha256);
  insert_fields(*cached("INSERT INTO submission_field(submission, field, value) VALUES(?,?,?)"), s.id,
                submission.fields);
  insert_texts(*cached("INSERT INTO submission_text(submission, language, row, name, value) VALUES(?,?,?,?,?)"), s.id,
               submission.texts);
  insert_findings(*cached("INSERT INTO finding(submission, seq, sheet, cell, row, column_id, code, severity, "
                          "message_kk, message_ru, message_en, law_kk, law_ru) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"),
                  s.id, submission.findings);
}

}  // namespace esep::registry

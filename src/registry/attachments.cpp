// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "registry/column_values.h"
#include "registry/details.h"
#include "registry/record_number.h"
#include "registry/registry.h"
#include "registry/surplus.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

constexpr const char* kSelectAttachments =
    "SELECT id, submission, paper_code, paper_sha256, sha256, file_name, user, at FROM attachment ";

std::vector<Attachment> read_attachments(sqlite::Statement rows) {
  std::vector<Attachment> out;
  while (rows.step()) {
    Attachment one;
    one.id = rows.integer(0);
    one.number = record_number(RecordKind::attachment, one.id);
    one.submission = id_at(rows, 1);
    one.paper_code = rows.text(2);
    one.paper_sha256 = rows.text(3);
    one.sha256 = rows.text(4);
    one.file_name = rows.text(5);
    one.user = rows.text(6);
    one.at = time_at(rows, 7);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

Attachment Registry::attach(const Attachment& facts, std::string_view bytes, const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  auto same = database_->prepare(
      "SELECT id FROM attachment WHERE sha256 = ? AND submission IS ? AND paper_code = ? AND paper_sha256 = "
      "?");
  same.bind(1, facts.sha256).bind(3, facts.paper_code).bind(4, facts.paper_sha256);
  bind_id(same, 2, facts.submission);
  if (same.step()) {
    throw Error(Message("ATTACHMENT-AGAIN", {{"file", facts.file_name},
                                             {"number", record_number(RecordKind::attachment, same.integer(0))}}));
  }
  same.reset();
  Attachment out = facts;
  out.id = next_id(*this, RecordKind::attachment);
  out.number = record_number(RecordKind::attachment, out.id);
  out.user = actor.user;
  out.at = actor.at;
  cached("INSERT OR IGNORE INTO file(sha256, bytes) VALUES(?,?)")->bind(1, out.sha256).bind_in_place(2, bytes).run();
  auto insert = database_->prepare(
      "INSERT INTO attachment(id, submission, paper_code, paper_sha256, sha256, file_name, user, at) "
      "VALUES(?,?,?,?,?,?,?,?)");
  insert.bind(1, out.id).bind(3, out.paper_code).bind(4, out.paper_sha256).bind(5, out.sha256).bind(6, out.file_name);
  bind_id(insert, 2, out.submission);
  insert.bind(7, out.user).bind(8, out.at.iso()).run();
  Details details;
  details.add("attachment", out.number).add("paper_code", out.paper_code).add("paper_sha256", out.paper_sha256);
  details.add("sha256", out.sha256).add("file_name", out.file_name);
  history().append(actor, "attach", out.submission, details.text());
  transaction.commit();
  return out;
}

std::vector<Attachment> Registry::attachments() const {
  return read_attachments(database_->prepare(std::string(kSelectAttachments) + "ORDER BY id"));
}

std::vector<Attachment> Registry::attachments_of(int64_t submission) const {
  auto rows = database_->prepare(std::string(kSelectAttachments) + "WHERE submission = ? ORDER BY id");
  rows.bind(1, submission);
  return read_attachments(std::move(rows));
}

std::vector<Attachment> Registry::attachments_of_paper(const std::string& code) const {
  auto rows = database_->prepare(std::string(kSelectAttachments) + "WHERE paper_code = ? ORDER BY id");
  rows.bind(1, code);
  return read_attachments(std::move(rows));
}

std::vector<Attachment> Registry::attachments_with_bytes(const std::string& sha256) const {
  auto rows = database_->prepare(std::string(kSelectAttachments) + "WHERE sha256 = ? ORDER BY id");
  rows.bind(1, sha256);
  return read_attachments(std::move(rows));
}

}  // namespace esep::registry

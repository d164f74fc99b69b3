// SPDX-License-Identifier: MIT
#include "registry/registry.h"

namespace esep::registry {
namespace {

Severity severity_from(std::string_view name) {
  if (name == "error") return Severity::error;
  return name == "warning" ? Severity::warning : Severity::info;
}

}  // namespace

std::map<std::string, std::string> Registry::fields(int64_t submission) const {
  std::map<std::string, std::string> out;
  auto rows = database_->prepare("SELECT field, value FROM submission_field WHERE submission = ?");
  rows.bind(1, submission);
  while (rows.step()) out[rows.text(0)] = rows.text(1);
  return out;
}

std::map<int64_t, std::string> Registry::field_values(const std::string& form, const std::string& field) const {
  std::map<int64_t, std::string> out;
  const auto rows = cached(
      "SELECT f.submission, f.value FROM submission AS s JOIN submission_field AS f ON f.submission = s.id "
      "WHERE s.form = ?1 AND f.field = ?2");
  rows->bind(1, form).bind(2, field);
  while (rows->step()) out[rows->integer(0)] = rows->text(1);
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

std::vector<StoredFinding> Registry::findings(int64_t submission) const {
  std::vector<StoredFinding> out;
  auto rows = database_->prepare(
      "SELECT sheet, cell, row, column_id, code, severity, message_kk, message_ru, message_en, law_kk, law_ru "
      "FROM finding WHERE submission = ? ORDER BY seq");
  rows.bind(1, submission);
  while (rows.step()) {
    report::Finding finding;
    finding.sheet = rows.text(0);
    finding.cell = rows.text(1);
    finding.row = static_cast<int>(rows.integer(2));
    finding.column = rows.text(3);
    finding.code = rows.text(4);
    finding.severity = severity_from(rows.text(5));
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

}  // namespace esep::registry

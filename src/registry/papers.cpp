// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "base/enum_names.h"
#include "registry/column_values.h"
#include "registry/history_details.h"
#include "registry/registry.h"
#include "sqlite/transaction.h"

namespace esep::registry {
namespace {

constexpr EnumNames<PaperKind, 10> kPaperKinds{{{PaperKind::report, "report"},
                                                {PaperKind::receipt, "receipt"},
                                                {PaperKind::recommendations, "recommendations"},
                                                {PaperKind::returned, "return"},
                                                {PaperKind::differences, "differences"},
                                                {PaperKind::status, "status"},
                                                {PaperKind::due, "due"},
                                                {PaperKind::summary, "summary"},
                                                {PaperKind::reminder, "reminder"},
                                                {PaperKind::queue, "queue"}}};

constexpr const char* kSelectPapers = "SELECT code, sha256, kind, submission, language FROM paper WHERE ";

std::vector<Paper> read_papers(sqlite::Statement rows) {
  std::vector<Paper> out;
  while (rows.step()) out.push_back({rows.text(0), rows.text(1), rows.text(2), id_at(rows, 3), rows.text(4)});
  return out;
}

}  // namespace

std::string_view paper_kind_name(PaperKind kind) { return enum_name(kPaperKinds, kind); }

std::string paper_name(const PaperTopic& topic, report::OutputFormat format) {
  const std::string id = topic.id.empty() ? "" : " " + topic.id;
  return fmt::format("{}{} {}", paper_kind_name(topic.kind), id, report::output_format_name(format));
}

void Registry::record_paper(const Paper& paper, const Actor& actor) {
  sqlite::Transaction transaction(*database_);
  insert_paper(*this, paper, actor);
  transaction.commit();
}

void insert_paper(Registry& registry, const Paper& paper, const Actor& actor) {
  auto& database = registry.database();
  auto insert =
      database.prepare("INSERT OR IGNORE INTO paper(code, sha256, kind, submission, language) VALUES(?,?,?,?,?)");
  insert.bind(1, paper.code).bind(2, paper.sha256).bind(3, paper.name);
  bind_id(insert, 4, paper.submission);
  insert.bind(5, paper.language).run();
  if (database.changes() > 0) registry.history().append(actor, "paper", paper.submission, paper_details(paper));
}

std::vector<Paper> Registry::papers_with_bytes(const std::string& sha256) const {
  auto rows = database_->prepare(std::string(kSelectPapers) + "sha256 = ? ORDER BY code, sha256");
  rows.bind(1, sha256);
  return read_papers(std::move(rows));
}

std::vector<Paper> Registry::papers_with_code(const std::string& code) const {
  auto rows = database_->prepare(std::string(kSelectPapers) + "code = ? ORDER BY code, sha256");
  rows.bind(1, code);
  return read_papers(std::move(rows));
}

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#include "registry/registry.h"

namespace esep::registry {
namespace {

constexpr const char* kSelect = "SELECT code, sha256, kind, submission, language FROM paper WHERE ";

std::vector<Paper> read_all(sqlite::Statement rows) {
  std::vector<Paper> out;
  while (rows.step()) {
    Paper paper{rows.text(0), rows.text(1), rows.text(2), std::nullopt, rows.text(4)};
    if (!rows.is_null(3)) paper.submission = rows.integer(3);
    out.push_back(std::move(paper));
  }
  return out;
}

}  // namespace

std::vector<Paper> Registry::papers_with_bytes(const std::string& sha256) const {
  auto rows = database_->prepare(std::string(kSelect) + "sha256 = ? ORDER BY code, sha256");
  rows.bind(1, sha256);
  return read_all(std::move(rows));
}

std::vector<Paper> Registry::papers_with_code(const std::string& code) const {
  auto rows = database_->prepare(std::string(kSelect) + "code = ? ORDER BY code, sha256");
  rows.bind(1, code);
  return read_all(std::move(rows));
}

std::vector<report::Submission> Registry::submissions_of_file(const std::string& sha256) const {
  std::vector<report::Submission> out;
  auto ids = database_->prepare("SELECT id FROM submission WHERE sha256 = ? ORDER BY id");
  ids.bind(1, sha256);
  while (ids.step()) out.push_back(find(std::to_string(ids.integer(0))));
  return out;
}

}  // namespace esep::registry

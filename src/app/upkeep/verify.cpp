// SPDX-License-Identifier: MIT
#include "app/upkeep/verify.h"

#include <algorithm>

#include "app/core/paper_code.h"
#include "app/review/questionnaire.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "document/document.h"
#include "intake/hidden_mark.h"
#include "intake/printed_code.h"

namespace esep::app {
namespace {

void add_submission(registry::Registry& registry, int64_t id, VerifiedFile& out) {
  const bool listed =
      std::any_of(out.submissions.begin(), out.submissions.end(), [&](const auto& s) { return s.id == id; });
  if (!listed) out.submissions.push_back(registry.find(std::to_string(id)));
}

// Signatures of the file's report or paper.
void add_attachments(registry::Registry& registry, VerifiedFile& out) {
  if (out.as_signature) {
    for (const auto& one : out.attachments) {
      if (one.submission) add_submission(registry, *one.submission, out);
    }
    return;
  }
  std::set<std::string> codes;
  for (const auto& paper : out.papers) codes.insert(paper.code);
  for (const std::string& code : codes) {
    for (auto& one : registry.attachments_of_paper(code)) {
      const bool of_these_bytes = one.paper_sha256.empty() || one.paper_sha256 == out.sha256;
      if (of_these_bytes) out.attachments.push_back(std::move(one));
    }
  }
  if (!out.as_received) return;
  for (const auto& submission : out.submissions) {
    for (auto& one : registry.attachments_of(submission.id)) {
      if (one.paper_code.empty()) out.attachments.push_back(std::move(one));
    }
  }
}

// What was typed instead of a file.
bool is_paper_code(const std::string& text) {
  constexpr size_t kLength = 14;
  return text.size() == kLength && text.find_first_not_of("0123456789ABCDEF-") == std::string::npos;
}

void add_submissions(registry::Registry& registry, VerifiedFile& out) {
  for (const auto& paper : out.papers) {
    if (paper.submission) add_submission(registry, *paper.submission, out);
  }
}

VerifiedFile::Own own_file(const std::string& bytes) {
  if (intake::holds_mark(bytes, document::kBlankMark)) return VerifiedFile::Own::blank_paper;
  // The name of its hidden sheet, as the workbook part quotes it.
  const std::string sheet = "\"" + std::string(kQuestionnaireSheet) + "\"";
  return intake::holds_mark(bytes, sheet) ? VerifiedFile::Own::questionnaire : VerifiedFile::Own::none;
}

VerifiedFile verify_code(registry::Registry& registry, VerifiedFile out, const std::string& code) {
  out.codes = {code};
  out.papers = registry.papers_with_code(code);
  if (out.papers.empty()) return out;
  out.verdict = VerifiedFile::Verdict::code;
  add_submissions(registry, out);
  add_attachments(registry, out);
  return out;
}

}  // namespace

std::string_view verdict_name(VerifiedFile::Verdict verdict) {
  switch (verdict) {
    case VerifiedFile::Verdict::unaltered:
      return "unaltered";
    case VerifiedFile::Verdict::altered:
      return "altered";
    case VerifiedFile::Verdict::code:
      return "code";
    case VerifiedFile::Verdict::unknown:
      return "unknown";
  }
  return "unknown";
}

VerifiedFile verify_file(Engine& engine, const std::string& file) {
  VerifiedFile out;
  out.file = file;
  auto& registry = engine.registry();
  const std::string typed = typed_paper_code(file);
  std::error_code none;
  if (is_paper_code(typed) && !std::filesystem::exists(file, none)) return verify_code(registry, std::move(out), typed);
  std::string bytes;
  try {
    bytes = read_file(file);
  } catch (const Error& error) {
    out.unreadable = error.message();
    return out;
  }
  out.sha256 = sha256_hex(bytes);
  out.codes = intake::printed_codes(bytes);
  out.submissions = registry.submissions_of_file(out.sha256);
  out.as_received = !out.submissions.empty();
  out.papers = registry.papers_with_bytes(out.sha256);
  if (!out.as_received && out.papers.empty()) out.attachments = registry.attachments_with_bytes(out.sha256);
  out.as_signature = !out.attachments.empty();
  if (out.as_received || out.as_signature || !out.papers.empty()) {
    out.verdict = VerifiedFile::Verdict::unaltered;
  } else {
    for (const std::string& code : out.codes) {
      for (auto& paper : registry.papers_with_code(code)) out.papers.push_back(std::move(paper));
    }
    if (!out.papers.empty()) out.verdict = VerifiedFile::Verdict::altered;
  }
  if (out.verdict == VerifiedFile::Verdict::unknown) out.workbook = own_workbook(engine, file);
  const bool says_more = out.verdict == VerifiedFile::Verdict::unknown && !out.workbook && out.codes.empty();
  if (says_more) out.own = own_file(bytes);
  if (out.as_received || !out.papers.empty()) add_submissions(registry, out);
  add_attachments(registry, out);
  return out;
}

}  // namespace esep::app

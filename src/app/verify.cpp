// SPDX-License-Identifier: MIT
#include "app/verify.h"

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"
#include "intake/printed_code.h"

namespace esep::app {
namespace {

void add_submissions(registry::Registry& registry, VerifiedFile& out) {
  for (const auto& paper : out.papers) {
    if (!paper.submission) continue;
    const bool listed = std::any_of(out.submissions.begin(), out.submissions.end(),
                                    [&](const auto& s) { return s.id == *paper.submission; });
    if (!listed) out.submissions.push_back(registry.find(std::to_string(*paper.submission)));
  }
}

}  // namespace

std::string_view verdict_name(VerifiedFile::Verdict verdict) {
  switch (verdict) {
    case VerifiedFile::Verdict::unaltered:
      return "unaltered";
    case VerifiedFile::Verdict::altered:
      return "altered";
    case VerifiedFile::Verdict::unknown:
      return "unknown";
  }
  return "unknown";
}

VerifiedFile verify_file(Engine& engine, const std::string& file) {
  VerifiedFile out;
  out.file = file;
  auto& registry = engine.registry();
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
  if (out.as_received || !out.papers.empty()) {
    out.verdict = VerifiedFile::Verdict::unaltered;
  } else {
    for (const std::string& code : out.codes) {
      for (auto& paper : registry.papers_with_code(code)) out.papers.push_back(std::move(paper));
    }
    if (!out.papers.empty()) out.verdict = VerifiedFile::Verdict::altered;
  }
  add_submissions(registry, out);
  return out;
}

}  // namespace esep::app

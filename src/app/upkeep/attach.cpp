// SPDX-License-Identifier: MIT
#include "app/upkeep/attach.h"

#include <algorithm>

#include "app/core/paper_code.h"
#include "app/core/rights.h"
#include "app/upkeep/verify.h"
#include "base/error.h"
#include "base/file.h"
#include "base/hash.h"

namespace esep::app {
namespace {

constexpr size_t kMostSignatureBytes = 1 << 20;

bool is_submission_number(const std::string& text) {
  return text.size() > 2 && (text[0] == 'S' || text[0] == 's') && text[1] == '-' &&
         text.find_first_not_of("0123456789", 2) == std::string::npos;
}

void check_kind(const std::string& file) {
  std::string extension = std::filesystem::path(file).extension().string();
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (extension == ".cms" || extension == ".p7s" || extension == ".sig") return;
  throw Error(Message("ATTACH-KIND", {{"file", file}}), {}, Error::Kind::usage);
}

void take_paper(registry::Attachment& out, const registry::Paper& paper) {
  out.submission = paper.submission;
  out.paper_code = paper.code;
  out.paper_sha256 = paper.sha256;
}

// The submission or paper that was signed.
registry::Attachment target_of(Engine& engine, const std::string& target) {
  registry::Attachment out;
  auto& registry = engine.registry();
  if (is_submission_number(target)) {
    out.submission = registry.find(target).id;
    return out;
  }
  if (const auto papers = registry.papers_with_code(typed_paper_code(target)); !papers.empty()) {
    take_paper(out, papers.front());
    // All outputs of one revision have the same code, so the code does not say which of them was signed.
    if (papers.size() > 1) out.paper_sha256.clear();
    return out;
  }
  std::error_code none;
  if (std::filesystem::is_regular_file(target, none)) {
    const VerifiedFile file = verify_file(engine, target);
    const bool known = file.verdict == VerifiedFile::Verdict::unaltered;
    if (known && !file.papers.empty()) {
      take_paper(out, file.papers.front());
      return out;
    }
    if (known && file.as_received) {
      out.submission = file.submissions.front().id;
      return out;
    }
  }
  throw Error(Message("ATTACH-TARGET", {{"target", target}}), {}, Error::Kind::usage);
}

std::string read_signature(const std::string& file) {
  std::error_code none;
  const bool large = std::filesystem::is_regular_file(file, none) &&
                     std::filesystem::file_size(file, none) > kMostSignatureBytes;  // not even read
  std::string out = large ? std::string() : read_file(file);
  if (out.empty() || out.size() > kMostSignatureBytes)
    throw Error(Message("ATTACH-SIZE", {{"file", file}}), {}, Error::Kind::usage);
  return out;
}

}  // namespace

registry::Attachment attach(Engine& engine, const std::string& target, const std::string& file,
                            const registry::Actor& actor) {
  check_kind(file);
  require_right(engine, report::RegisterAction::attach, actor);
  registry::Attachment facts = target_of(engine, target);
  if (facts.submission) {
    const auto signed_report = engine.registry().find(std::to_string(*facts.submission));
    require_right(engine, report::RegisterAction::attach, actor, signed_report.key.organisation);
  } else {
    require_right_for_all(engine, report::RegisterAction::attach, actor);
  }
  const std::string bytes = read_signature(file);
  facts.sha256 = sha256_hex(bytes);
  facts.file_name = std::filesystem::path(file).filename().string();
  return engine.registry().attach(facts, bytes, actor);
}

Message attachment_message(const registry::Attachment& attachment) {
  return {attachment.paper_code.empty() ? "ATTACHMENT-REPORT" : "ATTACHMENT-PAPER",
          {{"number", attachment.number},
           {"file", attachment.file_name},
           {"code", attachment.paper_code},
           {"user", attachment.user},
           {"date", attachment.at.date.dotted()},
           {"sha256", attachment.sha256}}};
}

}  // namespace esep::app

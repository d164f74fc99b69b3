// SPDX-License-Identifier: MIT
#include "app/core/names.h"
#include "app/review/attach.h"
#include "app/upkeep/verify.h"
#include "base/text.h"
#include "cli/commands.h"
#include "text/upkeep_json.h"

namespace esep::cli {
namespace {

using app::VerifiedFile;

// "S-000004, revision 2, tied-grant-usage, km, G-001, 2026-10"
std::string described(Session& session, const report::Submission& submission) {
  const auto& key = submission.key;
  std::vector<std::string> parts{submission.number};
  if (submission.revision > 0)
    parts.push_back(session.say(Message("VERIFY-REVISION", {{"revision", std::to_string(submission.revision)}})));
  parts.push_back(session.say(app::state_message(submission.state)));
  for (const std::string& part : {key.form, key.organisation, key.subject, key.stage, key.period}) {
    if (!part.empty()) parts.push_back(part);
  }
  return join(parts, ", ");
}

std::vector<std::string> kinds_of(const VerifiedFile& file) {
  std::vector<std::string> out;
  if (file.as_received) out.emplace_back("received");
  if (file.as_signature) out.emplace_back("signature");
  for (const auto& paper : file.papers) {
    if (out.empty() || out.back() != paper.kind) out.push_back(paper.kind);
  }
  return out;
}

Message sentence(Session& session, const VerifiedFile& file) {
  if (file.unreadable) return *file.unreadable;
  std::vector<std::string> reports;
  for (const auto& submission : file.submissions) reports.push_back(described(session, submission));
  const std::string codes = join({file.codes.begin(), file.codes.end()}, ", ");
  const Message::Args args{{"kind", join(kinds_of(file), ", ")}, {"reports", join(reports, "; ")}, {"codes", codes}};
  switch (file.verdict) {
    case VerifiedFile::Verdict::unaltered:
      return {file.as_signature ? "VERIFY-SIGNATURE" : file.as_received ? "VERIFY-RECEIVED" : "VERIFY-UNALTERED", args};
    case VerifiedFile::Verdict::altered:
      return {"VERIFY-ALTERED", args};
    case VerifiedFile::Verdict::unknown:
      break;
  }
  return {codes.empty() ? "VERIFY-UNKNOWN" : "VERIFY-UNKNOWN-CODE", args};
}

int run_verify(Session& session) {
  static_cast<void>(session.arguments().positional(0, "FILE"));
  std::vector<text::VerifiedView> views;
  bool all = true;
  for (const std::string& name : session.arguments().positional()) {
    const VerifiedFile file = app::verify_file(session.engine(), name);
    all = all && file.verdict == VerifiedFile::Verdict::unaltered;
    const std::string said = session.say(sentence(session, file));
    const std::string verdict = file.unreadable ? "unreadable" : std::string(app::verdict_name(file.verdict));
    std::vector<std::string> signatures;
    for (const auto& one : file.attachments) signatures.push_back(session.say(app::attachment_message(one)));
    if (!session.json()) {
      session.out() << name << ": " << said << '\n';
      for (const std::string& signature : signatures) session.out() << "  " << signature << '\n';
    }
    views.push_back({name,
                     verdict,
                     file.sha256,
                     {file.codes.begin(), file.codes.end()},
                     kinds_of(file),
                     file.submissions,
                     said,
                     signatures});
  }
  if (session.json()) session.out() << text::verified_json(views);
  return all ? kOk : kFindings;
}

}  // namespace

Command verify_command() { return {"verify", "FILE...", "CMD-VERIFY", {}, run_verify}; }

}  // namespace esep::cli

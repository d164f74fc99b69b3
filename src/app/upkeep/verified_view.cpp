// SPDX-License-Identifier: MIT
#include "app/upkeep/verified_view.h"

#include <algorithm>
#include <set>

#include "app/core/deed_words.h"
#include "app/core/message_key.h"
#include "app/core/names.h"
#include "app/core/sent_paper.h"
#include "app/paper/outdated.h"
#include "app/upkeep/attach.h"
#include "base/text.h"

namespace esep::app {
namespace {

// "S-000004, revision 2, tied-grant-usage, km, G-001, 2026-10"
std::string described(const document::Say& say, const report::Submission& submission) {
  const auto& key = submission.key;
  std::vector<std::string> parts{submission.number};
  if (submission.revision > 0)
    parts.push_back(say(Message("VERIFY-REVISION", {{"revision", std::to_string(submission.revision)}})));
  parts.push_back(say(state_message(submission.state)));
  for (const std::string& part : {key.form, key.organisation, key.subject, key.stage, key.period}) {
    if (!part.empty()) parts.push_back(part);
  }
  return join(parts, ", ");
}

std::vector<std::string> kinds_of(const VerifiedFile& file) {
  std::vector<std::string> out;
  if (file.as_received) out.emplace_back("received");
  if (file.as_signature) out.emplace_back("signature");
  if (file.workbook) out.emplace_back(file.workbook->is_blank ? "blank" : "workbook");
  for (const auto& paper : file.papers) {
    if (out.empty() || out.back() != paper.name) out.push_back(paper.name);
  }
  return out;
}

// "summary roadmap pdf": the kind as a word of the language, the rest as it is.
std::string in_words(const document::Say& say, const std::string& kind) {
  const size_t end = std::min(kind.find(' '), kind.size());
  static const std::set<std::string> kPapers{"report",      "receipt", "recommendations", "return",
                                             "differences", "status",  "summary",         "reminder"};
  const std::string word = kind.substr(0, end);
  if (!kPapers.contains(word)) return kind;
  return say(Message(message_key("PAPER-KIND-", word), {})) + kind.substr(end);
}

Message sentence(const document::Say& say, const VerifiedFile& file) {
  if (file.unreadable) return *file.unreadable;
  std::vector<std::string> reports;
  for (const auto& submission : file.submissions) reports.push_back(described(say, submission));
  std::vector<std::string> kinds;
  for (const std::string& kind : kinds_of(file)) kinds.push_back(in_words(say, kind));
  const std::string codes = join({file.codes.begin(), file.codes.end()}, ", ");
  const Message::Args args{{"kind", join(kinds, ", ")}, {"reports", join(reports, "; ")}, {"codes", codes}};
  switch (file.verdict) {
    case VerifiedFile::Verdict::unaltered:
      return {file.as_signature ? "VERIFY-SIGNATURE" : file.as_received ? "VERIFY-RECEIVED" : "VERIFY-UNALTERED", args};
    case VerifiedFile::Verdict::altered:
      return {"VERIFY-ALTERED", args};
    case VerifiedFile::Verdict::code:
      return {"VERIFY-CODE", args};
    case VerifiedFile::Verdict::unknown:
      break;
  }
  if (file.workbook)
    return {file.workbook->is_blank ? "VERIFY-BLANK" : "VERIFY-WORKBOOK", {{"report", file.workbook->report}}};
  return {codes.empty() ? "VERIFY-UNKNOWN" : "VERIFY-UNKNOWN-CODE", args};
}

}  // namespace

text::VerifiedView verified_view(Engine& engine, const VerifiedFile& file, Lang lang) {
  const document::Say say = say_in(engine, lang);
  text::VerifiedView out;
  out.file = file.file;
  out.verdict = file.unreadable ? "unreadable" : std::string(verdict_name(file.verdict));
  out.sha256 = file.sha256;
  out.codes = {file.codes.begin(), file.codes.end()};
  out.kinds = kinds_of(file);
  out.submissions = file.submissions;
  out.message = say(sentence(say, file));
  for (const auto& submission : file.submissions) {
    if (submission.revision == 0 || engine.find_form_of(submission) == nullptr) continue;
    const Message changed = changed_sources_message(engine, changes_since(engine, submission));
    if (!changed.empty()) out.remarks.push_back(submission.number + ": " + say(changed));
    if (const auto outdated = Outdated(engine).of(submission))
      out.remarks.push_back(submission.number + ": " + say(*outdated));
  }
  for (const auto& one : file.attachments) out.signatures.push_back(say(attachment_message(one)));
  return out;
}

}  // namespace esep::app

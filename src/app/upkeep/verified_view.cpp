// SPDX-License-Identifier: MIT
#include "app/upkeep/verified_view.h"

#include <algorithm>

#include "app/core/deed_words.h"
#include "app/core/names.h"
#include "app/core/sent_paper.h"
#include "app/core/standing_words.h"
#include "app/core/titles.h"
#include "app/upkeep/attach.h"
#include "app/upkeep/public_paper.h"
#include "base/text.h"

namespace esep::app {
namespace {

// "S-000004, revision 2, received; Use of tied grants; Ministry of Culture …; G-001; October 2026"
std::string described(Engine& engine, Lang lang, const report::Submission& submission) {
  const document::Say say = say_in(engine, lang);
  std::vector<std::string> parts{submission.number};
  if (submission.revision > 0)
    parts.push_back(say(Message("VERIFY-REVISION", {{"revision", std::to_string(submission.revision)}})));
  parts.push_back(say(state_message(engine, submission)));
  return join(parts, ", ") + "; " + report_words(engine, submission.key).in(lang);
}

std::vector<std::string> kinds_of(const VerifiedFile& file) {
  std::vector<std::string> out;
  if (file.as_received) out.emplace_back("received");
  if (file.as_signature) out.emplace_back("signature");
  if (file.workbook) out.emplace_back(file.workbook->is_blank ? "blank" : "workbook");
  if (file.own == VerifiedFile::Own::blank_paper) out.emplace_back("blank");
  if (file.own == VerifiedFile::Own::questionnaire) out.emplace_back("questionnaire");
  for (const auto& paper : file.papers) {
    if (out.empty() || out.back() != paper.name) out.push_back(paper.name);
  }
  return out;
}

// "summary roadmap pdf" → "summary “Roadmap …”, PDF".
std::string in_words(Engine& engine, Lang lang, const std::string& kind) {
  const std::string title = paper_title(engine, kind, lang);
  if (title == kind || kind.find(' ') == std::string::npos) return title;
  return title + ", " + ascii_upper(kind.substr(kind.rfind(' ') + 1));
}

Message sentence(Engine& engine, Lang lang, const VerifiedFile& file) {
  if (file.unreadable) return *file.unreadable;
  std::vector<std::string> reports;
  for (const auto& submission : file.submissions) reports.push_back(described(engine, lang, submission));
  // A paper about no single report has its kind only.
  std::vector<std::string> what;
  for (const std::string& kind : kinds_of(file)) what.push_back(in_words(engine, lang, kind));
  what.insert(what.end(), reports.begin(), reports.end());
  const std::string codes = join({file.codes.begin(), file.codes.end()}, ", ");
  const Message::Args args{{"what", join(what, "; ")}, {"reports", join(reports, "; ")}, {"codes", codes}};
  const bool in_force = std::any_of(file.submissions.begin(), file.submissions.end(),
                                    [](const auto& submission) { return submission.is_in_force(); });
  switch (file.verdict) {
    case VerifiedFile::Verdict::unaltered:
      if (file.as_received && !in_force) return {"VERIFY-NOT-IN-FORCE", args};
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
  if (file.own == VerifiedFile::Own::blank_paper) return Message("VERIFY-BLANK-PAPER");
  if (file.own == VerifiedFile::Own::questionnaire) return Message("VERIFY-QUESTIONNAIRE");
  return {codes.empty() ? "VERIFY-UNKNOWN" : "VERIFY-UNKNOWN-CODE", args};
}

}  // namespace

text::VerifiedView VerifiedViews::of(const VerifiedFile& file, Lang lang) {
  const document::Say say = say_in(engine_, lang);
  text::VerifiedView out;
  out.file = file.file;
  out.verdict = file.unreadable ? "unreadable" : std::string(verdict_name(file.verdict));
  out.sha256 = file.sha256;
  out.codes = {file.codes.begin(), file.codes.end()};
  out.kinds = kinds_of(file);
  out.submissions = file.submissions;
  out.message = say(sentence(engine_, lang, file));
  for (const auto& submission : file.submissions) {
    if (submission.revision == 0 || engine_.find_form_of(submission) == nullptr) continue;
    if (const auto letter = outdated_.letter_of(submission)) {
      out.remarks.push_back(submission.number + ": " +
                            say(Message("STATUS-SENT", {{"date", letter->date.dotted()},
                                                        {"number", letter->sent->number},
                                                        {"signer", letter->sent->signer}})));
    }
    for (const Message& since : verdicts_.of(submission)) out.remarks.push_back(submission.number + ": " + say(since));
    auto changes = changes_since(engine_, submission);
    outdated_.leave_out_same(submission, changes);
    const Message changed = changed_sources_message(engine_, submission.key.form, changes);
    if (!changed.empty()) out.remarks.push_back(submission.number + ": " + say(changed));
    if (const auto outdated = outdated_.of(submission))
      out.remarks.push_back(submission.number + ": " + say(*outdated));
  }
  for (const auto& one : file.attachments) out.signatures.push_back(say(attachment_message(one)));
  return out;
}

}  // namespace esep::app

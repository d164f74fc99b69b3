// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report/duty/duty.h"
#include "report/duty/status.h"
#include "report/submission.h"

/// The JSON on which other programs rely (docs/json.md): one object, {"schema":"esep/1","<plural>":[…]}, with its
/// fields in the documented order.
namespace esep::text {

/// Renders a message in the language of the call.
using Render = std::function<std::string(const Message&)>;

/// A signature file beside a report. It is stored, not checked.
struct AttachmentView {
  std::string number;
  std::string file;
  std::string sha256;
  std::string paper;  // code of the signed paper; empty: the report as received
  std::string user;
  std::string at;  // "2026-11-18T10:00"
};

struct SubmissionView {
  report::Submission submission;
  report::Findings findings;
  std::string timeliness;  // "on_time" …, "no_term" or "no_deadline"; empty: the file is not accepted
  std::vector<AttachmentView> attachments = {};
  std::vector<report::NamedDay> days = {};  // where a revision moved the day under `done_on`
  report::Standing standing = {};  // with `at_receipt`: the report stands otherwise today than the receipt says
  std::optional<std::vector<report::Deed>> letters = std::nullopt;  // of a composed report: those it was sent with
};

/// What a file was read as; `form` may be nullptr. `line` is that in words.
struct ReportView {
  std::string file;
  const form::FormDefinition* form = nullptr;
  report::ReportKey key;
  int revision = 0;  // 0: none
  Message line;
};

/// The findings about files that were checked, with what each was read as before them.
[[nodiscard]] std::string check_json(const std::vector<ReportView>& reports, const report::Findings& findings,
                                     const Render& render, Lang lang);
[[nodiscard]] std::string findings_json(const report::Findings& findings, const Render& render, Lang lang);
[[nodiscard]] std::string due_json(const std::vector<report::Duty>& duties, const std::vector<report::Deed>& recorded,
                                   const Render& render, Lang lang);
/// `others`: findings of files that were not kept.
[[nodiscard]] std::string submissions_json(const std::vector<SubmissionView>& submissions,
                                           const report::Findings& others, const Render& render, Lang lang);
/// The same after a list of what each file was read as.
[[nodiscard]] std::string submit_json(const std::vector<ReportView>& reports,
                                      const std::vector<SubmissionView>& submissions, const report::Findings& others,
                                      const Render& render, Lang lang);
[[nodiscard]] std::string status_json(const std::vector<report::StatusRow>& rows);
[[nodiscard]] std::string forms_json(const std::vector<const form::FormDefinition*>& forms, Lang lang);
[[nodiscard]] std::string register_json(const form::RegisterDefinition& definition,
                                        const std::vector<report::RegisterRow>& rows);

}  // namespace esep::text

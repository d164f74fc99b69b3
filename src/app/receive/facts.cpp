// SPDX-License-Identifier: MIT
#include "app/receive/facts.h"

#include <algorithm>

#include "app/core/completion_day.h"
#include "report/duty/status.h"

namespace esep::app {
namespace {

// Such reports are not judged when they come: a window has no deadline, and a dispatch has a day of its own.
bool is_judged_otherwise(const JudgedReport& report) { return report.duty->is_window() || report.duty->by_dispatch; }

// The revision that came before this one and decides, where the deadline by which it was judged is no longer the one
// known.
std::optional<report::Submission> deciding_before(Engine& engine, const JudgedReport& report,
                                                  const calendar::LocalTime& received) {
  const report::Duty& duty = *report.duty;
  if (!duty.obligation->done_on.empty() || is_judged_otherwise(report)) return std::nullopt;
  auto last = engine.registry().latest_accepted(duty.key);
  if (last) last = engine.registry().deciding(*last);
  if (last && received < last->receipt.received) return std::nullopt;
  return last && last->deadline.effective != duty.due.effective ? last : std::nullopt;
}

// A verdict keeps the calendar by which it was given. Where the term runs from an event, or no deadline was known, a
// later revision is judged by the deadline known when it comes.
void judge_report(Engine& engine, const JudgedReport& report, registry::NewSubmission& out) {
  const report::Duty& duty = *report.duty;
  out.deadline = {duty.obligation->id, duty.due.nominal, duty.due.effective};
  if (is_judged_otherwise(report)) {
    if (duty.by_dispatch) out.verdict = {report::Timeliness::due, 0};
    return;
  }
  const auto first = deciding_before(engine, report, out.receipt.received);
  if (first && first->deadline.effective && !duty.obligation->due.needs_event()) {
    out.deadline = first->deadline;
    out.verdict = {first->verdict.timeliness, first->verdict.working_days_late};
    return;
  }
  out.verdict = report::judge(*duty.obligation, duty.due, first ? first->receipt.received : out.receipt.received,
                              completion_day(*duty.obligation, report.fields), engine.calendar());
}

int count(const report::Findings& findings, Severity severity) {
  return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                        [&](const report::Finding& finding) { return finding.severity == severity; }));
}

}  // namespace

registry::NewSubmission facts_of(Engine& engine, JudgedReport report, const calendar::LocalTime& received) {
  registry::NewSubmission out;
  const report::Duty& duty = *report.duty;
  out.key = duty.key;
  out.receipt.received = received;
  judge_report(engine, report, out);
  out.receipt.file_name = std::move(report.file_name);
  out.receipt.sha256 = std::move(report.sha256);
  out.receipt.incoming = std::move(report.incoming_number);
  out.contents = {report.form->edition, report.form->file.sha256(), report.nil, count(report.findings, Severity::error),
                  count(report.findings, Severity::warning)};
  out.form = report.form;
  out.bytes = report.bytes;
  out.fields = std::move(report.fields);
  out.accepted = !report::has_errors(report.findings);
  for (auto& finding : report.findings) {
    LocalText message = engine.render_all(finding.message);
    out.findings.push_back({std::move(finding), std::move(message)});
  }
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/receive/facts.h"

#include <algorithm>

#include "app/core/completion_day.h"
#include "report/duty/status.h"

namespace esep::app {
namespace {

report::Verdict verdict_of(Engine& engine, const JudgedReport& report, const calendar::LocalTime& received) {
  if (report.form->reporting.formed && is_window(*report.duty)) return {};
  if (report.duty->by_dispatch) return {report::Timeliness::due, 0};
  const auto& obligation = *report.duty->obligation;
  return report::judge(obligation, report.duty->due, received, completion_day(obligation, report.fields),
                       engine.calendar());
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
  out.deadline = {duty.obligation->id, duty.due.nominal, duty.due.effective};
  out.verdict = verdict_of(engine, report, received);
  out.receipt.received = received;
  out.receipt.file_name = std::move(report.file_name);
  out.receipt.sha256 = std::move(report.sha256);
  out.receipt.incoming = std::move(report.incoming_number);
  out.contents = {report.form->edition, report.form->file.sha256, report.nil, count(report.findings, Severity::error),
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

bool is_window(const report::Duty& duty) {
  return duty.obligation->due.kind == calendar::DueRule::Kind::at_least_working_days;
}

}  // namespace esep::app

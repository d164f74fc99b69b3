// SPDX-License-Identifier: MIT
#include "app/receive/submit.h"

#include <algorithm>
#include <set>

#include "app/core/rights.h"
#include "app/receive/check_files.h"
#include "report/duty/status.h"

namespace esep::app {
namespace {

// With one of these it is not known whose report on what this is, so there is no key to keep it under.
bool is_addressable(const CheckedFile& file) {
  static const std::set<std::string> kNoKey{
      "FORM-OTHER",           "ORGANISATION-OTHER",   "SUBJECT-OTHER",   "PERIOD-OTHER",    "STAGE-OTHER",
      "ORGANISATION-UNNAMED", "ORGANISATION-UNKNOWN", "SUBJECT-UNNAMED", "SUBJECT-UNKNOWN", "SUBJECT-OF-OTHER",
      "PERIOD-UNNAMED",       "PERIOD-KIND",          "PERIOD-NOT-OPEN", "NO-OBLIGATION",   "LOCKED",
      "TABLE-NOT-FOUND",      "DUPLICATE-KEY",        "STAGE-UNNAMED",   "STAGE-UNKNOWN",   "STAGE-NONE"};
  return file.form != nullptr && file.report.readable && file.duty &&
         std::none_of(file.findings.begin(), file.findings.end(),
                      [](const report::Finding& f) { return kNoKey.contains(f.code); });
}

registry::NewSubmission describe(Engine& engine, Checker& checker, const CheckedFile& file, const Incoming& incoming) {
  registry::NewSubmission out;
  const report::Duty& duty = *file.duty;
  out.key = file.key;
  out.deadline = {duty.obligation->id, duty.due.nominal, duty.due.effective};
  out.verdict = report::judge(*duty.obligation, duty.due, incoming.received, day_done(*duty.obligation, file.head),
                              engine.calendar());
  out.receipt.received = incoming.received;
  out.receipt.file_name = std::filesystem::path(file.file).filename().string();
  out.receipt.sha256 = file.sha256;
  out.receipt.incoming = incoming.incoming_number;
  out.contents = {file.form->edition, file.form->file.sha256, file.report.head.nil};
  for (const report::Finding& finding : file.findings) {
    if (finding.severity == Severity::error) ++out.contents.errors;
    if (finding.severity == Severity::warning) ++out.contents.warnings;
    out.findings.push_back({finding, engine.render_all(finding.message)});
  }
  out.form = file.form;
  out.bytes = file.bytes;
  out.fields = file.head;
  out.rows = [&checker] { return checker.last_rows(); };
  out.accepted = !report::has_errors(file.findings);
  return out;
}

void refuse_future(const Incoming& incoming, calendar::LocalTime now) {
  if (incoming.received <= incoming.latest.value_or(now)) return;
  const auto shown = [](const calendar::LocalTime& time) { return time.date.dotted() + " " + time.iso().substr(11); };
  throw Error(Message("CLI-RECEIVED-FUTURE", {{"received", shown(incoming.received)}, {"now", shown(now)}}),
              "CLI-RECEIVED-FUTURE-HINT", Error::Kind::usage);
}

}  // namespace

std::optional<calendar::Date> day_done(const form::Obligation& obligation,
                                       const std::map<std::string, form::Value>& head) {
  const auto at = head.find(obligation.done_on);
  const auto* day = at == head.end() ? nullptr : std::get_if<calendar::Date>(&at->second);
  return day == nullptr ? std::nullopt : std::optional<calendar::Date>(*day);
}

std::vector<SubmitResult> submit_files(Engine& engine, const std::vector<std::string>& files, const Incoming& incoming,
                                       const registry::Actor& actor,
                                       const std::function<void(const SubmitResult&)>& done) {
  refuse_future(incoming, actor.at);
  Checker checker(engine, incoming);
  const SubmitRight right(engine);
  std::vector<SubmitResult> out;
  check_files(checker, files, [&](CheckedFile& checked) {
    SubmitResult& result = out.emplace_back();
    result.file = checked.file;
    if (is_addressable(checked)) {
      try {
        auto submission = describe(engine, checker, checked, incoming);
        submission.permit = [&] { right.require(submission.key, actor); };
        result.receipt = engine.registry().submit(submission, actor);
      } catch (const registry::StepRefused& refused) {
        add_error(checked, refused.message());
      }
    }
    result.findings = std::move(checked.findings);
    if (done) done(result);
  });
  return out;
}

}  // namespace esep::app

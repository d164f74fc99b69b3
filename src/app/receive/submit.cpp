// SPDX-License-Identifier: MIT
#include "app/receive/submit.h"

#include <algorithm>
#include <set>

#include "app/core/rights.h"
#include "app/receive/check_files.h"
#include "app/receive/facts.h"
#include "app/receive/paper_texts.h"
#include "app/receive/replacement.h"
#include "base/leftovers.h"
#include "registry/review_records.h"

namespace esep::app {
namespace {

// With one of these codes the report's key is not known, or the form's file is wrong, so the file cannot be kept.
bool is_addressable(const CheckedFile& file) {
  static const std::set<std::string> kNoKey{"FORM-OTHER",           "ORGANISATION-OTHER", "SUBJECT-OTHER",
                                            "PERIOD-OTHER",         "STAGE-OTHER",        "ORGANISATION-UNNAMED",
                                            "ORGANISATION-UNKNOWN", "SUBJECT-UNNAMED",    "SUBJECT-UNKNOWN",
                                            "SUBJECT-OF-OTHER",     "PERIOD-UNNAMED",     "PERIOD-KIND",
                                            "PERIOD-NOT-OPEN",      "NO-OBLIGATION",      "LOCKED",
                                            "TABLE-NOT-FOUND",      "DUPLICATE-KEY",      "STAGE-UNNAMED",
                                            "STAGE-UNKNOWN",        "STAGE-NONE",         "ORGANISATION-SHOWN",
                                            "SUBJECT-SHOWN",        "PERIOD-SHOWN",       "STAGE-SHOWN",
                                            "FORM-COLUMNS-CHANGED", "FORM-SHOWN"};
  return file.form != nullptr && file.report.readable && file.duty &&
         std::none_of(file.findings.begin(), file.findings.end(),
                      [](const report::Finding& f) { return kNoKey.contains(f.code); });
}

// A registered report keeps the time of its receipt. Who says another one believes that he has corrected it.
void warn_of_kept_time(const report::Submission& kept, const Incoming& incoming, CheckedFile& file) {
  const calendar::LocalTime& time = kept.receipt.received;
  const bool only_day = incoming.received.minute == 0 && incoming.received.date == time.date;
  // One that was returned must be corrected: its time of receipt is not the question.
  if (kept.state == report::State::returned) return;
  if (!incoming.received_said || incoming.received == time || only_day) return;
  file.findings.push_back(report::Finding::of(Message("RECEIVED-KEPT", {{"number", kept.number},
                                                                        {"kept", time.dotted()},
                                                                        {"received", incoming.received.dotted()}}))
                              .in(file.file)
                              .as(Severity::warning));
}

// Whatever changed in registers and rules since: bytes that are in force are registered. Nothing is to be corrected.
// Only who may register it is told so: registry::StepRefused.
std::optional<registry::Registry::Submitted> registered_already(Engine& engine, const SubmitRight& right,
                                                                const registry::Actor& actor, const Incoming& incoming,
                                                                CheckedFile& file) {
  auto in_force = registered_as(engine, file);
  if (!in_force) return std::nullopt;
  right.require(file.key, actor);
  std::erase_if(file.findings, [](const report::Finding& f) { return f.severity == Severity::error; });
  warn_of_kept_time(*in_force, incoming, file);
  return registry::Registry::Submitted{std::move(*in_force), true};
}

registry::NewSubmission submission_of(Engine& engine, Checker& checker, const CheckedFile& file,
                                      const Incoming& incoming) {
  JudgedReport judged;
  judged.form = file.form;
  judged.duty = &*file.duty;
  judged.fields = file.head;
  judged.findings = file.findings;
  judged.nil = file.report.head.nil;
  judged.bytes = file.content();
  judged.sha256 = file.sha256;
  judged.file_name = std::filesystem::path(file.file).filename().string();
  judged.incoming_number = incoming.incoming_number;
  auto out = facts_of(engine, std::move(judged), incoming.received);
  out.rows = [&checker] { return checker.last_rows(); };
  add_paper_texts(checker.queries(), out);
  return out;
}

// A file that came earlier than the one in force replaces it all the same: this may be meant, and must be seen.
void warn_of_later(const report::Submission& in_force, const Incoming& incoming, CheckedFile& checked) {
  const calendar::LocalTime& last = in_force.receipt.received;
  if (last <= incoming.received) return;
  const bool one_day = last.date == incoming.received.date;
  const auto shown = [&](const calendar::LocalTime& time) { return one_day ? time.dotted() : time.date.dotted(); };
  checked.findings.push_back(report::Finding::of(Message("REVISION-EARLIER", {{"number", in_force.number},
                                                                              {"date", shown(last)},
                                                                              {"received", shown(incoming.received)}}))
                                 .in(checked.file)
                                 .as(Severity::warning));
}

// An approval is of one revision. What replaces it has to be reviewed anew.
void warn_of_approval(Engine& engine, const report::Submission& in_force, CheckedFile& checked) {
  if (in_force.state != report::State::approved) return;
  const auto approval = registry::ReviewRecords(engine.registry()).approval(in_force.id);
  if (!approval) return;
  checked.findings.push_back(
      report::Finding::of(Message("REVISION-AFTER-APPROVAL", {{"number", in_force.number},
                                                              {"revision", std::to_string(in_force.revision)},
                                                              {"user", approval->user},
                                                              {"date", approval->at.date.dotted()}}))
          .in(checked.file)
          .as(Severity::warning));
}

// The same bytes came before, and another file has taken their place since. To go back may be meant, and must be seen.
void warn_of_return(Engine& engine, const report::Submission& in_force, CheckedFile& checked) {
  const auto same = engine.registry().submissions_of_file(checked.sha256);
  const auto before = std::find_if(same.rbegin(), same.rend(), [&](const report::Submission& one) {
    return one.revision > 0 && one.key == checked.key;
  });
  if (before == same.rend()) return;
  checked.findings.push_back(
      report::Finding::of(Message("REVISION-AGAIN", {{"before", before->number},
                                                     {"date", before->receipt.received.date.dotted()},
                                                     {"number", in_force.number}}))
          .in(checked.file)
          .as(Severity::warning));
}

// What a file without errors replaces, and what is to be seen of that; nothing if it is registered already.
void warn_of_replaced(Engine& engine, const Incoming& incoming, CheckedFile& checked) {
  if (report::has_errors(checked.findings)) return;  // it replaces nothing
  const auto in_force = engine.registry().latest_accepted(checked.key);
  if (!in_force || in_force->receipt.sha256 == checked.sha256) return;
  warn_of_later(*in_force, incoming, checked);
  warn_of_return(engine, *in_force, checked);
  warn_of_approval(engine, *in_force, checked);
}

// Another may have registered the same bytes meanwhile: the right is asked then too.
registry::Registry::Submitted register_file(Engine& engine, const SubmitRight& right, const registry::Actor& actor,
                                            registry::NewSubmission submission) {
  submission.permit = [&] {
    right.require(submission.key, actor);
    if (submission.receipt.received < actor.at)
      require_right(engine, report::RegisterAction::backdate, actor, submission.key.organisation);
  };
  auto out = engine.registry().submit(submission, actor);
  if (out.repeated) right.require(submission.key, actor);
  return out;
}

void refuse_future(const Incoming& incoming, calendar::LocalTime now) {
  if (incoming.received <= incoming.latest.value_or(now)) return;
  throw Error(Message("CLI-RECEIVED-FUTURE", {{"received", incoming.received.dotted()}, {"now", now.dotted()}}),
              "CLI-RECEIVED-FUTURE-HINT", Error::Kind::usage);
}

}  // namespace

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
    result.form = checked.form;
    result.key = checked.said;
    try {
      result.submitted = registered_already(engine, right, actor, incoming, checked);
      if (!result.submitted && is_addressable(checked)) {
        warn_of_replaced(engine, incoming, checked);
        result.submitted = register_file(engine, right, actor, submission_of(engine, checker, checked, incoming));
      }
    } catch (const registry::StepRefused& refused) {
      add_error(checked, refused.message());
    }
    result.findings = std::move(checked.findings);
    if (done) done(result);
  });
  collect_leftovers(engine.workspace());
  return out;
}

}  // namespace esep::app

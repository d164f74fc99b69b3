// SPDX-License-Identifier: MIT
#include "app/core/completion_day.h"
#include "app/core/earlier_approval.h"
#include "app/core/verdict_words.h"
#include "app/receive/report_line.h"
#include "app/receive/submit.h"
#include "app/review/returned_report.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/print_report.h"
#include "cli/progress.h"
#include "cli/report_options.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

void print_verdict(Session& session, const report::Submission& s) {
  if (s.verdict.timeliness == report::Timeliness::due) {
    const auto* field = app::completion_field(session.engine(), s);
    const LocalText title = field == nullptr ? LocalText{} : field->title.text;
    session.out() << "  " << session.say(Message("SUBMIT-NOT-DONE", {{"field", title}})) << '\n';
  } else if (s.verdict.timeliness == report::Timeliness::late &&
             app::completion_field(session.engine(), s) != nullptr) {
    session.out() << "  " << session.say(app::late_message(session.engine(), s)) << '\n';
  } else if (s.verdict.timeliness == report::Timeliness::late) {
    session.out() << session.say(Message("SUBMIT-LATE", {{"days", std::to_string(s.verdict.working_days_late)},
                                                         {"date", s.deadline.effective ? s.deadline.effective->dotted()
                                                                                       : std::string()}}))
                  << '\n';
  }
}

text::ReportView report_view(Session& session, const app::SubmitResult& result) {
  text::ReportView out{result.file, result.form, result.key, 0, {}};
  if (result.submitted) out.revision = result.submitted->submission.revision;
  if (result.form != nullptr) out.line = app::report_line(session.engine(), *result.form, result.key, out.revision);
  return out;
}

// A file that is registered already; one that was returned is to be corrected.
Message repeated_message(Session& session, const std::string& file, const report::Submission& s) {
  Message::Args args{{"number", s.number}, {"file", file}};
  if (s.state != report::State::returned) return {"SUBMIT-REPEATED", std::move(args)};
  const app::ReturnedReport returned = app::returned_report(session.engine(), s);
  // A note or a recommendation is not the reason.
  LocalText why;
  const auto add = [&](const Message& what) { append(why, session.engine().render_all(what), "; "); };
  if (!returned.reason.empty()) add(Message("RETURNED-REASON", {{"reason", returned.reason}}));
  if (const size_t count = returned.notes.size(); count > 0)
    add(Message("RETURNED-NOTES", {{"count", std::to_string(count)}}));
  args.emplace_back("date", returned.on.dotted());
  if (why.empty()) return {"SUBMIT-REPEATED-RETURNED", std::move(args)};
  args.emplace_back("why", std::move(why));
  return {"SUBMIT-REPEATED-RETURNED-WHY", std::move(args)};
}

// Handed in again as it was, it is not accepted.
bool is_to_be_corrected(const app::SubmitResult& result) {
  return result.submitted->repeated && result.submitted->submission.state == report::State::returned;
}

Message receipt_message(Session& session, const app::SubmitResult& result) {
  const report::Submission& s = result.submitted->submission;
  if (result.submitted->repeated) return repeated_message(session, result.file, s);
  Message::Args args{{"number", s.number},
                     {"revision", std::to_string(s.revision)},
                     {"file", result.file},
                     {"time", s.receipt.received.date.dotted()}};
  return s.revision == 0 ? Message("SUBMIT-REJECTED", std::move(args)) : Message("SUBMIT-RECEIVED", std::move(args));
}

void print_receipt(Session& session, const app::SubmitResult& result) {
  print_report(session, report_view(session, result));
  for (const auto& finding : result.findings) session.print(finding);
  if (!result.submitted) {
    session.tell(Message("SUBMIT-NOT-KEPT", {{"file", result.file}}));
    return;
  }
  const report::Submission& s = result.submitted->submission;
  session.out() << session.say(receipt_message(session, result)) << '\n';
  if (s.revision == 0 || app::is_undated(s) || app::is_without_term(session.engine(), s)) {
    const LocalText verdict = session.engine().render_all(app::verdict_message(session.engine(), s));
    session.out() << session.say(Message("SUBMIT-VERDICT", {{"verdict", verdict}})) << '\n';
  } else if (!s.verdict.decided_by.empty()) {
    session.out() << session.say(Message("SUBMIT-DECIDED-BY", {{"number", s.verdict.decided_by}})) << ' '
                  << session.say(app::timeliness_message(s.verdict.timeliness)) << ".\n";
  }
  if (const Message entered = app::entered_message(s.receipt.received, s.receipt.entered); !entered.empty())
    session.out() << "  " << session.say(entered) << '\n';
  if (s.revision > 0) print_verdict(session, s);
  session.out() << session.say(Message("SUBMIT-HASHES", {{"sha256", s.receipt.sha256}, {"head", s.receipt.chain_head}}))
                << std::endl;  // printed before the next file is read
}

// Whoever hands in a folder of files reads one line instead of all.
void tell_total(Session& session, const std::vector<app::SubmitResult>& results) {
  size_t accepted = 0;
  size_t late = 0;
  size_t rejected = 0;
  size_t repeated = 0;
  size_t unknown = 0;
  for (const app::SubmitResult& one : results) {
    if (!one.submitted) {
      ++unknown;
    } else if (one.submitted->repeated) {
      ++repeated;
    } else if (one.submitted->submission.revision == 0) {
      ++rejected;
    } else {
      ++accepted;
      late += one.submitted->submission.verdict.timeliness == report::Timeliness::late ? 1 : 0;
    }
  }
  session.tell(Message("SUBMIT-TOTAL", {{"total", std::to_string(results.size())},
                                        {"accepted", std::to_string(accepted)},
                                        {"late", std::to_string(late)},
                                        {"rejected", std::to_string(rejected)},
                                        {"repeated", std::to_string(repeated)},
                                        {"unknown", std::to_string(unknown)}}));
}

int run_submit(Session& session) {
  session.arguments().at_least_one("FILE");
  const auto files = files_named(session);
  session.engine().require_workspace();
  const app::Incoming how = incoming(session);
  Progress progress(session, files.size());
  const auto results =
      app::submit_files(session.engine(), files, how, session.actor(), [&](const app::SubmitResult& result) {
        progress.clear();
        if (!session.json()) print_receipt(session, result);
        progress.step();
      });
  bool clean = true;
  std::vector<text::ReportView> reports;
  std::vector<text::SubmissionView> views;
  report::Findings others;
  for (const app::SubmitResult& result : results) {
    reports.push_back(report_view(session, result));
    clean = clean && !report::has_errors(result.findings) && result.submitted && !is_to_be_corrected(result);
    if (result.submitted) {
      const report::Submission& kept = result.submitted->submission;
      views.push_back({kept, result.findings, app::timeliness_word(session.engine(), kept)});
    } else {
      others.insert(others.end(), result.findings.begin(), result.findings.end());
    }
  }
  if (session.json()) {
    session.out() << text::submit_json(
        reports, views, others, [&](const Message& m) { return session.say(m); }, session.lang());
  }
  tell_of_options(session, others);
  if (files.size() > 1) tell_total(session, results);
  return clean ? kOk : kFindings;
}

}  // namespace

Command submit_command() {
  return {"submit",     "FILE...",
          "CMD-SUBMIT", incoming_options(),
          run_submit,   {"esep submit filled.xlsx --received \"18.11.2026 16:05\"", "esep submit incoming/*.xlsx"}};
}

}  // namespace esep::cli

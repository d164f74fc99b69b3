// SPDX-License-Identifier: MIT
#include "app/submit.h"
#include "cli/commands.h"
#include "cli/incoming.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

void print_receipt(Session& session, const app::SubmitResult& result) {
  for (const auto& finding : result.findings) session.print(finding);
  if (!result.receipt) {
    session.tell(Message("SUBMIT-NOT-KEPT", {{"file", result.file}}));
    return;
  }
  const report::Submission& s = result.receipt->submission;
  const char* key = result.receipt->repeated ? "SUBMIT-REPEATED" : (s.revision == 0 ? "SUBMIT-REJECTED" : "SUBMIT-RECEIVED");
  session.out() << session.say(Message(key, {{"number", s.number}, {"revision", std::to_string(s.revision)},
                                             {"file", result.file}, {"time", s.received.date.dotted()}}))
                << '\n';
  if (s.revision > 0 && s.timeliness == report::Timeliness::late) {
    session.out() << session.say(Message("SUBMIT-LATE", {{"days", std::to_string(s.working_days_late)},
                                                         {"date", s.effective ? s.effective->dotted() : std::string()}}))
                  << '\n';
  }
  session.out() << session.say(Message("SUBMIT-HASHES", {{"sha256", s.sha256}, {"head", s.chain_head}})) << '\n';
}

// A bar on a terminal only; a file or a pipe gets the lines alone.
void progress(Session& session, size_t done, size_t total) {
  if (!session.environment().terminal || session.quiet() || total < 3) return;
  session.err() << '\r' << done << '/' << total << (done == total ? "\n" : "") << std::flush;
}

int run_submit(Session& session) {
  const auto& files = session.arguments().positional();
  static_cast<void>(session.arguments().positional(0, "FILE"));
  static_cast<void>(session.engine().registry());
  size_t count = 0;
  const auto results = app::submit_files(session.engine(), files, incoming(session), session.actor(),
                                         [&](const app::SubmitResult& result) {
                                           if (!session.json()) print_receipt(session, result);
                                           progress(session, ++count, files.size());
                                         });
  bool clean = true;
  std::vector<text::SubmissionView> views;
  report::Findings others;
  for (const app::SubmitResult& result : results) {
    clean = clean && !report::has_errors(result.findings) && result.receipt;
    if (result.receipt) {
      views.push_back({result.receipt->submission, result.findings});
    } else {
      others.insert(others.end(), result.findings.begin(), result.findings.end());
    }
  }
  if (session.json()) {
    session.out() << text::submissions_json(views, others, [&](const Message& m) { return session.say(m); }, session.lang());
  }
  return clean ? kOk : kFindings;
}

}  // namespace

Command submit_command() { return {"submit", "FILE...", "CMD-SUBMIT", incoming_options(), run_submit}; }

}  // namespace esep::cli

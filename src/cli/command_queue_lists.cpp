// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "app/core/message_key.h"
#include "app/queue/queue_views.h"
#include "app/queue/replay.h"
#include "cli/print_findings.h"
#include "cli/queue_verbs.h"
#include "cli/text_table.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

constexpr int kTengePlaces = 2;

std::string word(Session& session, const char* prefix, std::string_view name) {
  return session.say(Message(app::message_key(prefix, name), {}));
}

// The day and hour up to which the answer takes the log into account.
void tell_moment(Session& session, const app::QueueWorld& world) {
  if (world.last) session.tell(Message("QUEUE-AS-OF", {{"at", world.last->local_iso()}}));
}

void print_positions(Session& session, const std::vector<text::PositionView>& positions, const char* heading) {
  TextTable table({session.say("QUEUE-POSITION"), session.say(heading), session.say("PROPOSALS-STATE")});
  for (const auto& one : positions) {
    table.add({one.standing ? std::to_string(one.standing->position) : "—", one.application,
               word(session, "QUEUE-STATE-", enum_name(queue::kApplicationStateNames, one.state))});
  }
  table.print(session.out());
}

void print_ledger(Session& session, const queue::Standing& standing, const queue::Policy& policy) {
  TextTable table({session.say("QUEUE-COUNT-OF"), session.say("QUEUE-CAUSE-OF")});
  table.add({std::to_string(standing.ahead_when_applied), session.say("QUEUE-AHEAD-THEN")});
  for (const auto& [cause, name] : queue::kCauseNames) {
    if (standing.change(cause) != 0)
      table.add({fmt::format("{:+}", standing.change(cause)), session.say(app::cause_words(policy, cause))});
  }
  table.add({"= " + std::to_string(standing.position - 1), session.say("QUEUE-AHEAD-NOW")});
  table.print(session.out());
  session.out() << session.say(Message("QUEUE-STILL-AHEAD", {{"still", std::to_string(standing.still_ahead)},
                                                             {"ahead", std::to_string(standing.ahead_when_applied)},
                                                             {"back", std::to_string(standing.came_back)}}))
                << '\n';
}

void print_vouchers(Session& session, const std::vector<text::VoucherView>& vouchers) {
  TextTable table({session.say("QUEUE-VOUCHER-OF"), session.say("QUEUE-APPLICATION-OF"), session.say("QUEUE-CIRCLE-OF"),
                   session.say("QUEUE-PLACE-OF"), session.say("QUEUE-AMOUNT-OF"), session.say("QUEUE-ISSUED"),
                   session.say("QUEUE-VALID-UNTIL"), session.say("PROPOSALS-STATE")});
  for (const auto& [voucher, application] : vouchers) {
    table.add({voucher.id, application, voucher.circle, std::to_string(voucher.place),
               voucher.amount.to_string(kTengePlaces), voucher.issued.dotted(),
               voucher.valid_until ? voucher.valid_until->dotted() : "—",
               word(session, "QUEUE-VOUCHER-", enum_name(queue::kVoucherStateNames, voucher.state))});
  }
  table.print(session.out());
}

std::string reason_words(Session& session, const text::RunView& view) {
  return view.run.reason.empty() ? std::string() : session.say(app::nothing_words(view));
}

}  // namespace

void print_run(Session& session, const text::RunView& run) {
  session.out() << session.say(Message("QUEUE-RUN", {{"queue", run.run.queue},
                                                     {"day", run.run.day.dotted()},
                                                     {"cutoff", run.cutoff.local_iso()},
                                                     {"given", std::to_string(run.run.given)}}))
                << '\n';
  if (!run.run.reason.empty()) session.out() << reason_words(session, run) << '\n';
  print_vouchers(session, run.vouchers);
  session.out() << session.say(Message("QUEUE-RUN-DIGESTS", {{"input", run.run.input}, {"output", run.run.output}}))
                << '\n';
}

app::PositionReader position_reader(Session& session) {
  const Arguments& arguments = session.arguments();
  app::PositionReader out{std::nullopt, session.actor()};
  if (arguments.has("secret")) out.secret = arguments.get("secret");
  return out;
}

int queue_position(Session& session) {
  const std::string& id = session.arguments().positional(1, "APPLICATION");
  const auto world = app::read_queue(session.engine(), as_of_option(session.arguments(), "at"));
  const auto view = app::position_for(session.engine(), *world, id, position_reader(session));
  if (session.json()) {
    session.out() << text::positions_json({view});
    return kOk;
  }
  print_positions(session, {view}, "QUEUE-APPLICATION-OF");
  if (session.arguments().has("explain") && view.standing)
    print_ledger(session, *view.standing, world->policy_of_circle(view.circle));
  tell_moment(session, *world);
  return kOk;
}

int queue_list(Session& session) {
  const std::string& circle = session.arguments().positional(1, "CIRCLE");
  const auto world = app::read_queue(session.engine(), as_of_option(session.arguments(), "at"));
  const bool is_public = session.arguments().has("public");
  app::Engine& engine = session.engine();
  const auto list =
      is_public ? app::public_list(engine, *world, circle) : app::circle_list(engine, *world, circle, session.actor());
  if (session.json()) {
    session.out() << text::positions_json(list);
    return kOk;
  }
  print_positions(session, list, is_public ? "QUEUE-NUMBER-OF" : "QUEUE-APPLICATION-OF");
  if (list.empty()) session.tell("QUEUE-NOBODY");
  tell_moment(session, *world);
  return kOk;
}

int queue_vouchers(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const auto asked = as_of_option(arguments, "at");
  app::VoucherQuestion question{std::nullopt, asked ? *asked : session.instant()};
  if (arguments.has("state")) {
    question.only = enum_from(queue::kVoucherStateNames, arguments.get("state"));
    if (!question.only) refuse_value("--state", arguments.get("state"), enum_words(queue::kVoucherStateNames));
  }
  const auto world = app::read_queue(session.engine(), asked);
  const auto list = app::voucher_list(session.engine(), world->book(), question, session.actor());
  if (session.json()) {
    session.out() << text::vouchers_json(list.vouchers);
    return kOk;
  }
  print_vouchers(session, list.vouchers);
  if (list.vouchers.empty()) session.tell("QUEUE-NO-VOUCHERS");
  tell_moment(session, *world);
  if (list.lapsed > 0)
    session.tell(
        Message("QUEUE-TERMS-OVER", {{"at", question.at.local_iso()}, {"count", std::to_string(list.lapsed)}}));
  return kOk;
}

int queue_runs(Session& session) {
  session.arguments().at_most(1);
  const auto runs = app::run_list(*app::read_queue(session.engine(), std::nullopt));
  if (session.json()) {
    session.out() << text::runs_json(runs);
    return kOk;
  }
  TextTable table({session.say("QUEUE-DAY-OF"), session.say("QUEUE-OF"), session.say("QUEUE-GIVEN"),
                   session.say("LIST-REMARK"), session.say("LIST-HASH")});
  for (const auto& one : runs) {
    constexpr size_t kShown = 12;
    table.add({one.run.day.dotted(), one.run.queue, std::to_string(one.run.given), reason_words(session, one),
               one.run.output.substr(0, kShown)});
  }
  table.print(session.out());
  if (runs.empty()) session.tell("QUEUE-NO-RUNS");
  return kOk;
}

int queue_replay(Session& session) {
  session.arguments().at_most(1);
  const app::Replay replay = app::replay_queue(session.engine(), as_of_option(session.arguments(), "until"));
  print_findings(session, replay.findings);
  const bool right = replay.findings.empty();
  session.tell(Message(right ? "QUEUE-REPLAYED" : "QUEUE-REPLAY-DIFFERS",
                       {{"events", std::to_string(replay.events)}, {"runs", std::to_string(replay.runs)}}));
  return right ? kOk : kFindings;
}

int queue_audit(Session& session) {
  const std::string& folder = session.arguments().positional(1, "FOLDER");
  const auto findings = app::audit_queue(session.engine(), session.arguments().get("queue"), folder);
  print_findings(session, findings);
  session.tell(findings.empty() ? Message("QUEUE-AUDIT-RIGHT")
                                : Message("QUEUE-AUDIT-FOUND", {{"count", std::to_string(findings.size())}}));
  return findings.empty() ? kOk : kFindings;
}

}  // namespace esep::cli

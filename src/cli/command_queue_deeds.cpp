// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/queue/apply.h"
#include "app/queue/deeds.h"
#include "app/queue/queue_views.h"
#include "cli/queue_verbs.h"
#include "cli/value_options.h"

namespace esep::cli {
namespace {

using queue::EventKind;

// The event of a verb, with what its options say.
queue::Event event_asked(Session& session) {
  const Arguments& arguments = session.arguments();
  queue::Event event;
  event.kind = enum_from(queue::kEventKindNames, arguments.positional(0, "VERB")).value_or(EventKind::run);
  event.at = queue_time(session);
  event.reason = arguments.get("reason");
  if (arguments.has("act")) event.reason += (event.reason.empty() ? "" : " · ") + arguments.get("act");
  event.facts.region = arguments.get("region");
  return event;
}

void read_vacated(const Arguments& arguments, queue::Event& event) {
  arguments.require("places");
  event.count = number_option(arguments, "places").value_or(0);
  event.day = required_date(arguments, "vacated");
  event.facts.queue = arguments.get("queue");
}

void read_money(const Arguments& arguments, queue::Event& event) {
  event.facts.operator_code = arguments.required("operator");
  arguments.require("year");
  event.count = number_option(arguments, "year").value_or(0);
  arguments.require("act");
  const std::string text = arguments.required("amount");
  const auto amount = Decimal::parse(text);
  constexpr int64_t kMostAmount = 1'000'000'000'000;
  if (!amount || amount->places() > 2 || amount->units() > kMostAmount * Decimal::kUnit ||
      amount->units() < -kMostAmount * Decimal::kUnit)
    throw Error(Message("CLI-BAD-NUMBER", {{"option", "--amount"}, {"value", text}}), "CLI-SEE-HELP",
                Error::Kind::usage);
  event.amount = *amount;
}

// What the event is about, and the options that it cannot do without.
void read_rest(Session& session, queue::Event& event) {
  const Arguments& arguments = session.arguments();
  switch (event.kind) {
    case EventKind::vacate:
      event.ref = arguments.positional(1, "CIRCLE");
      return read_vacated(arguments, event);
    case EventKind::contract:
    case EventKind::recall:
      event.ref = arguments.positional(1, "VOUCHER");
      break;
    case EventKind::withdraw:
    case EventKind::annul:
    case EventKind::confirm:
      event.ref = arguments.positional(1, "APPLICATION");
      break;
    case EventKind::fund:
      arguments.at_most(1);
      return read_money(arguments, event);
    default:
      arguments.at_most(1);
      arguments.require("reason");
      arguments.require("act");
      return;
  }
  if (event.kind == EventKind::annul || event.kind == EventKind::recall) arguments.require("reason");
}

}  // namespace

int queue_apply(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  app::ApplyRequest request;
  request.queue = arguments.get("queue");
  request.circle = arguments.required("circle");
  request.child_iin = arguments.required("child");
  request.child_name = arguments.required("child-name");
  request.guardian_iin = arguments.required("guardian");
  request.guardian_name = arguments.required("guardian-name");
  request.priority = arguments.get("priority");
  request.at = queue_time(session);
  const app::Applied made = app::apply_for_place(session.engine(), request, session.actor());
  print_remark(session, made.answer.remark);
  if (!made.answer.done()) return kFindings;
  const auto& world = *made.answer.world;
  const auto view = app::position_view(world, app::require_application(world.book(), made.marks.id));
  const text::NewApplicationView out{made.marks.id, request.circle, view.standing ? view.standing->position : 0,
                                     made.marks.number, made.marks.secret};
  if (session.json()) {
    session.out() << text::application_json(out);
    return kOk;
  }
  session.out() << session.say(Message("QUEUE-APPLIED", {{"application", out.application},
                                                         {"circle", out.circle},
                                                         {"position", std::to_string(out.position)}}))
                << '\n'
                << session.say(Message("QUEUE-SECRET", {{"number", out.number}, {"secret", out.secret}})) << '\n';
  return kOk;
}

int queue_deed(Session& session) {
  queue::Event event = event_asked(session);
  read_rest(session, event);
  const app::QueueAnswer answer = app::record_in_queue(session.engine(), event, session.actor());
  print_remark(session, answer.remark);
  if (!answer.done()) return kFindings;
  session.tell(Message("QUEUE-RECORDED", {{"at", event.at.local_iso()}}));
  return kOk;
}

int queue_run(Session& session) {
  const Arguments& arguments = session.arguments();
  arguments.at_most(1);
  const calendar::Date day = required_date(arguments, "day");
  const bool whole_day = arguments.has("today") && session.now().minute == 0;
  const calendar::Instant now =
      whole_day ? calendar::Instant::at(session.now().date.plus_days(1), 0) : session.instant();
  const app::RunOfDay made = app::run_queue(session.engine(), arguments.get("queue"), day, now, session.actor());
  const text::RunView view = app::run_view(*made.answer.world, made.run);
  if (session.json()) {
    session.out() << text::runs_json({view});
  } else {
    print_run(session, view);
  }
  if (made.missed > 0) session.tell(Message("QUEUE-RUNS-MISSED", {{"count", std::to_string(made.missed)}}));
  if (made.recorded_before && !made.differs) session.tell("QUEUE-RUN-SAME");
  if (made.differs)
    session.print(report::Finding::of(Message("QUEUE-RUN-DIFFERS", {{"queue", made.run.queue}, {"day", day.dotted()}}))
                      .in("queue"));
  return made.differs ? kFindings : kOk;
}

}  // namespace esep::cli

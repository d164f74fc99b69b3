// SPDX-License-Identifier: MIT
#include "app/core/verdict_words.h"

#include <algorithm>

#include "app/core/completion_day.h"
#include "app/core/event_titles.h"
#include "app/core/message_key.h"
#include "report/duty/no_term.h"

namespace esep::app {
namespace {

Message rejected_message(const report::Submission& submission) {
  if (!submission.verdict.decided_by.empty()) return Message("RECEIPT-REJECTED-EARLIER");
  const auto& due = submission.deadline.effective;
  if (!due) return Message("RECEIPT-REJECTED-UNDATED");
  Message::Args args{{"date", due->dotted()}};
  if (submission.receipt.received.date > *due) return {"RECEIPT-REJECTED-OVER", std::move(args)};
  return {"RECEIPT-REJECTED", std::move(args)};
}

}  // namespace

bool is_undated(const report::Submission& submission) {
  return submission.revision > 0 && report::is_undated(submission.verdict.timeliness, submission.deadline.effective);
}

bool is_of_window(Engine& engine, const report::Submission& submission) {
  const auto* obligation = engine.catalog().obligation(submission.deadline.obligation);
  return obligation != nullptr && obligation->due.kind == calendar::DueRule::Kind::at_least_working_days;
}

bool has_no_term(Engine& engine, const report::Submission& submission) {
  if (submission.deadline.effective) return false;
  for (const auto* edition : engine.catalog().editions(submission.key.form)) {
    for (const auto& one : edition->obligations) {
      if (one.id == submission.deadline.obligation) return report::has_no_term(one);
    }
  }
  return false;
}

bool is_without_term(Engine& engine, const report::Submission& submission) {
  return submission.revision > 0 && verdict_message(engine, submission).key == "TIMELINESS-NO-TERM";
}

Message verdict_message(Engine& engine, const report::Submission& submission) {
  if (submission.revision == 0) return rejected_message(submission);
  const bool on_time = submission.verdict.timeliness == report::Timeliness::on_time;
  if (on_time && is_of_window(engine, submission)) return Message("TIMELINESS-NO-TERM");
  if (!is_undated(submission)) {
    const bool unsent = submission.verdict.timeliness == report::Timeliness::due &&
                        report::is_done_by_dispatch(engine.catalog(), submission.key.form);
    return unsent ? Message("STATUS-NOT-SENT") : verdict_message(submission.verdict);
  }
  return Message(has_no_term(engine, submission) ? "TIMELINESS-NO-TERM" : "TIMELINESS-NO-DEADLINE");
}

std::string timeliness_word(Engine& engine, const report::Submission& submission) {
  if (submission.revision == 0) return {};
  const bool dated = !is_undated(submission) || is_of_window(engine, submission);
  if (dated) return std::string(report::timeliness_name(submission.verdict.timeliness));
  return std::string(has_no_term(engine, submission) ? report::kNoTerm : report::kNoDeadline);
}

Message timeliness_message(report::Timeliness timeliness) {
  return {message_key("TIMELINESS-", report::timeliness_name(timeliness)), {}};
}

Message verdict_message(const report::Verdict& verdict) {
  const bool open = verdict.timeliness == report::Timeliness::due;
  return open ? Message("STATUS-NOT-DONE") : timeliness_message(verdict.timeliness);
}

Message counted_verdict_message(const report::Verdict& verdict) {
  if (verdict.timeliness != report::Timeliness::late) return verdict_message(verdict);
  return Message("LATE-BY-DAYS", {{"days", std::to_string(verdict.working_days_late)}});
}

Message changed_verdict_message(Engine& engine, const report::Standing& standing) {
  if (!standing.at_receipt || !standing.now.effective) return {};
  const report::DatedVerdict& then = *standing.at_receipt;
  Message::Args args{{"now", engine.render_all(verdict_message(standing.now.verdict))},
                     {"date", standing.now.effective->dotted()}};
  if (!then.effective) return {"STANDING-CHANGED-UNKNOWN", std::move(args)};
  args.emplace_back("then", engine.render_all(verdict_message(then.verdict)));
  args.emplace_back("date_then", then.effective->dotted());
  return {"STANDING-CHANGED", std::move(args)};
}

Message changed_verdict_message(Engine& engine, const report::StatusRow& status) {
  const report::Verdict now{status.timeliness, status.working_days_late};
  return changed_verdict_message(engine, {{now, status.judged_by}, status.at_receipt});
}

namespace {

// What a paper that was sent lacks, behind the verdict: reports that are missing in it, or were returned.
Message with_lacking(Engine& engine, const report::StatusRow& status, Message verdict) {
  int missing = 0;
  int returned = 0;
  for (const report::Delivery& one : status.deliveries) {
    if (!one.deed || !one.deed->sent) continue;
    missing = std::max(missing, one.deed->sent->missing.value_or(0));
    returned = std::max(returned, one.returned);
  }
  const auto said = [&] { return engine.render_all(verdict); };
  if (missing > 0)
    verdict = Message("STATUS-SENT-LACKING", {{"timeliness", said()}, {"count", std::to_string(missing)}});
  if (returned > 0)
    verdict = Message("STATUS-SENT-RETURNED", {{"timeliness", said()}, {"count", std::to_string(returned)}});
  return verdict;
}

}  // namespace

namespace {

std::vector<Message> day_messages_of(Engine& engine, const form::Obligation& obligation,
                                     const std::optional<report::TooEarly>& early,
                                     const std::optional<calendar::Date>& ends_short) {
  std::vector<Message> out;
  if (early) out.push_back(too_early_message(engine, obligation.event, *early));
  if (!ends_short) return out;
  out.push_back(Message(
      "WINDOW-SHORT",
      {{"date", ends_short->dotted()}, {"days", std::to_string(obligation.due.count)}, {"law", obligation.law}}));
  return out;
}

}  // namespace

Message too_early_message(Engine& engine, const std::string& event, const report::TooEarly& early) {
  Message::Args args{{"done", early.done.dotted()}, {"date", early.not_before.dotted()}};
  if (early.window) return {"TOO-EARLY-WINDOW", std::move(args)};
  args.emplace_back("event", engine.event_titles().of(event));
  return {"TOO-EARLY-EVENT", std::move(args)};
}

std::vector<Message> day_messages(Engine& engine, const report::StatusRow& status) {
  if (!status.duty.owed) return {};
  return day_messages_of(engine, *status.duty.obligation, status.early, status.duty.ends_short);
}

std::vector<Message> day_messages(Engine& engine, const report::Submission& submission,
                                  const report::Standing& standing) {
  if (submission.revision == 0) return {};
  const auto* obligation = engine.catalog().obligation(submission.deadline.obligation);
  if (obligation == nullptr) return {};
  return day_messages_of(engine, *obligation, standing.early, standing.ends_short);
}

Message status_message(Engine& engine, const report::StatusRow& status) {
  if (!status.duty.owed) return Message("STATUS-UNOWED");
  if (status.early) return Message(status.early->window ? "STATUS-TOO-EARLY-WINDOW" : "STATUS-TOO-EARLY-EVENT");
  const bool open = status.timeliness == report::Timeliness::missing || status.timeliness == report::Timeliness::due;
  if (status.received && open) return Message(status.duty.by_dispatch ? "STATUS-NOT-SENT" : "STATUS-NOT-DONE");
  if (status.is_done_partly()) return Message("STATUS-DONE-PARTLY");
  if (status.is_not_expected()) return Message("STATUS-NOT-EXPECTED");
  if (status.lacks_event()) {
    return Message("STATUS-NO-EVENT", {{"event", engine.event_titles().of(status.duty.obligation->event)},
                                       {"date", status.usual_event_day->dotted()}});
  }
  if (status.has_unknown_term()) return Message("STATUS-TERM-UNKNOWN");
  if (report::is_open_window(status))
    return {"STATUS-WINDOW-OPEN", {{"date", status.duty.due.effective->plus_days(1).dotted()}}};
  if (report::has_no_term(status) || report::came_after_window(status)) return Message("TIMELINESS-NO-TERM");
  if (report::has_no_deadline(status)) return Message("TIMELINESS-NO-DEADLINE");
  if (status.awaits_event()) return Message("STATUS-AWAITS-EVENT");
  // Nothing is handed in for a duty without a form: it is done when that is recorded.
  const bool deed = status.timeliness == report::Timeliness::missing && status.duty.obligation->form.empty();
  if (deed) return Message("TIMELINESS-MISSING-DEED");
  Message verdict = timeliness_message(status.timeliness);
  return open ? verdict : with_lacking(engine, status, std::move(verdict));
}

Message calendar_ends_message(const calendar::WorkingDays& calendar) {
  return {
      "CALENDAR-ENDS",
      {{"until", "31.12." + std::to_string(calendar.last_year())}, {"year", std::to_string(calendar.last_year() + 1)}}};
}

namespace {

// Who decided on a waiver, and when.
Message::Args waiver_facts(const report::Waiver& waiver) {
  const std::string day = waiver.recorded ? ", " + waiver.recorded->dotted() : "";
  return {
      {"date", waiver.until.dotted()}, {"reason", waiver.reason}, {"basis", waiver.basis}, {"user", waiver.user + day}};
}

}  // namespace

Message waiver_message(const report::Waiver& waiver) { return {"WAIVER-TEXT", waiver_facts(waiver)}; }

Message waiver_over_message(const report::Waiver& waiver) { return {"WAIVER-OVER", waiver_facts(waiver)}; }

Message waiver_of_late(Engine& engine, const report::Submission& submission, calendar::Date day) {
  const auto waivers = engine.registry().waivers();
  if (const auto* waiver = report::waiver_on(waivers, submission.key, day)) return waiver_message(*waiver);
  const auto* over = report::waiver_over(waivers, submission.key, submission.deadline.effective, day);
  return over == nullptr ? Message() : waiver_over_message(*over);
}

Message late_message(Engine& engine, const report::Submission& submission) {
  return late_message(submission, completion_field(engine, submission), completion_day(engine, submission));
}

Message late_message(const report::Submission& submission, const form::Field* field,
                     const std::optional<calendar::Date>& done) {
  const std::string days = std::to_string(submission.verdict.working_days_late);
  if (field == nullptr || !done) return Message("PAPER-LATE", {{"days", days}});
  return Message("PAPER-DONE-LATE",
                 {{"field", field->title.text},
                  {"date", done->dotted()},
                  {"effective", submission.deadline.effective ? submission.deadline.effective->dotted() : "—"},
                  {"received", submission.receipt.received.date.dotted()},
                  {"days", days}});
}

}  // namespace esep::app

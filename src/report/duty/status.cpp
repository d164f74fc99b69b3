// SPDX-License-Identifier: MIT
#include "report/duty/status.h"

#include <algorithm>
#include <map>

namespace esep::report {
namespace {

// Of two files that came at one time the lower number came first.
bool came_before(const Submission& a, const Submission& b) {
  return a.receipt.received == b.receipt.received ? a.id < b.id : a.receipt.received < b.receipt.received;
}

struct Received {
  const Submission* first_came = nullptr;      // accepted, by the time of receipt
  const Submission* first_accepted = nullptr;  // by its number
  const Submission* latest_accepted = nullptr;
  const Submission* latest_rejected = nullptr;
  const Submission* latest_withdrawn = nullptr;

  // The last file that was not accepted, if no accepted one came after it.
  [[nodiscard]] const Submission* refused_last() const {
    const auto is_before = [&](const Submission* other) { return other != nullptr && latest_rejected->id < other->id; };
    const bool over = latest_rejected == nullptr || is_before(latest_accepted) || is_before(latest_withdrawn);
    return over ? nullptr : latest_rejected;
  }
};

bool is_accepted(const Submission& s) { return s.state != State::rejected && s.state != State::withdrawn; }

std::map<ReportKey, Received> by_key(const std::vector<Submission>& submissions) {
  std::map<ReportKey, Received> out;
  for (const Submission& s : submissions) {
    Received& at = out[s.key];
    if (is_accepted(s)) {
      if (at.first_came == nullptr || came_before(s, *at.first_came)) at.first_came = &s;
      if (at.first_accepted == nullptr || s.id < at.first_accepted->id) at.first_accepted = &s;
      if (at.latest_accepted == nullptr || s.id > at.latest_accepted->id) at.latest_accepted = &s;
    } else {
      const Submission*& last = s.state == State::rejected ? at.latest_rejected : at.latest_withdrawn;
      if (last == nullptr || s.id > last->id) last = &s;
    }
  }
  return out;
}

void take_received(StatusRow& row, const Received& received, const calendar::WorkingDays& calendar,
                   const DoneOn& done_on) {
  if (received.latest_accepted != nullptr) {
    const bool by_day = !row.duty.obligation->done_on.empty() && done_on;
    const Submission& decides = by_day ? *received.latest_accepted : *received.first_came;
    if (by_day) row.done = done_on(decides);
    Standing standing = standing_of(row.duty, *received.latest_accepted, decides, row.done, calendar);
    take_report(row, *received.latest_accepted, decides, standing.now);
    row.at_receipt = std::move(standing.at_receipt);
    row.early = standing.early;
    if (!by_day &&
        (received.first_came != received.first_accepted || received.first_came != received.latest_accepted)) {
      row.origin.decided_by = decides.number;
      row.origin.decided_revision = decides.revision;
    }
    if (const Submission* refused = received.refused_last())
      row.origin.refused = RefusedCorrection{refused->number, refused->receipt.received};
  } else if (const Submission* refused = received.refused_last()) {
    row.state = State::rejected;
    row.submission = refused->number;
  }
}

void take_deed(StatusRow& row, const calendar::WorkingDays& calendar) {
  const Verdict verdict = judge_deed(row.done, row.duty.due.effective, calendar);
  row.timeliness = verdict.timeliness;
  row.working_days_late = verdict.working_days_late;
}

// What the register composed was never received and is not reviewed: its day is that of the dispatch. What is there in
// one of two languages, or reached one of two addressees, is not done yet: its record stands beside the open duty.
void take_deeds(StatusRow& row, const calendar::WorkingDays& calendar) {
  if (row.duty.by_dispatch) {
    row.received.reset();
    row.at_receipt.reset();
    row.state = State::none;
  }
  row.done = delivered_on(*row.duty.obligation, row.deliveries);
  row.judged_by = row.deed() == nullptr ? std::nullopt : row.duty.due.effective;
  take_deed(row, calendar);
}

void take_early_deed(StatusRow& row) {
  for (const Delivery& one : row.deliveries) {
    if (!row.early && one.deed) row.early = too_early(row.duty, *one.deciding());
  }
}

void take_waiver_over(StatusRow& row, const std::vector<Waiver>& waivers, calendar::Date day) {
  const Waiver* over = waiver_over(waivers, row.duty.key, row.duty.due.effective, day, row.duty.obligation->id);
  if (over != nullptr) row.origin.waiver_over = *over;
}

bool may_be_over(const Duty& duty, calendar::Date today) {
  const auto period = calendar::Period::parse(duty.key.period);
  const auto earliest = calendar::earliest_end(duty.obligation->due, period, duty.event_date);
  return !earliest || today > *earliest;
}

Message uncounted(const calendar::WorkingDays& calendar) {
  return {"CALENDAR-UNCOUNTED",
          {{"from", std::to_string(calendar.first_year())}, {"to", std::to_string(calendar.last_year())}}};
}

void take_missing(StatusRow& row, const std::vector<Waiver>& waivers, calendar::Date today,
                  const calendar::WorkingDays& calendar) {
  if (row.duty.not_expected) return;
  if (const Waiver* waiver = waiver_on(waivers, row.duty.key, today, row.duty.obligation->id)) {
    row.timeliness = Timeliness::excused;
    row.waiver = *waiver;
  } else if (!row.duty.is_window() && row.duty.due.effective && today > *row.duty.due.effective) {
    row.timeliness = Timeliness::missing;
    if (calendar.covers(today)) {
      row.working_days_late = calendar::working_days_overdue(*row.duty.due.effective, today, calendar);
    } else {
      row.origin.uncounted = uncounted(calendar);
    }
    take_waiver_over(row, waivers, today);
  } else if (row.duty.beyond_calendar && may_be_over(row.duty, today)) {
    row.origin.uncounted = row.duty.beyond_calendar->message();
  }
}

}  // namespace

const Deed* StatusRow::deed() const {
  const auto at =
      std::find_if(deliveries.begin(), deliveries.end(), [](const Delivery& one) { return one.deed.has_value(); });
  return at == deliveries.end() ? nullptr : &*at->deed;
}

void take_report(StatusRow& row, const Submission& latest, const Submission& deciding, const DatedVerdict& verdict) {
  row.judged_by = verdict.effective;
  row.timeliness = verdict.verdict.timeliness;
  row.working_days_late = verdict.verdict.working_days_late;
  row.received = deciding.receipt.received;
  if (deciding.receipt.is_backdated()) row.origin.entered = deciding.receipt.entered;
  row.origin.day_by_hand = deciding.receipt.clock.has_value();
  row.state = latest.state;
  row.revision = latest.revision;
  row.submission = latest.number;
}

namespace {

const Waiver* last_waiver(const std::vector<Waiver>& waivers, const ReportKey& key, const std::string& obligation) {
  const auto last = std::find_if(waivers.rbegin(), waivers.rend(), [&](const Waiver& w) {
    return w.key == key && (w.obligation.empty() || w.obligation == obligation);
  });
  return last != waivers.rend() ? &*last : nullptr;
}

}  // namespace

const Waiver* waiver_on(const std::vector<Waiver>& waivers, const ReportKey& key, calendar::Date day,
                        const std::string& obligation) {
  const Waiver* last = last_waiver(waivers, key, obligation);
  return last != nullptr && day <= last->until ? last : nullptr;
}

const Waiver* waiver_over(const std::vector<Waiver>& waivers, const ReportKey& key,
                          const std::optional<calendar::Date>& effective, calendar::Date day,
                          const std::string& obligation) {
  const Waiver* last = last_waiver(waivers, key, obligation);
  return last != nullptr && effective && *effective < last->until && last->until < day ? last : nullptr;
}

Verdict judge(const form::Obligation& obligation, const calendar::DueDate& due, const calendar::LocalTime& received,
              const std::optional<calendar::Date>& done, const calendar::WorkingDays& calendar) {
  if (!obligation.done_on.empty()) {
    if (done && *done > received.date) return {Timeliness::due, 0};
    return judge_deed(done, due.effective, calendar);
  }
  if (!due.effective || received.date < *due.effective) return {};
  if (received.date == *due.effective) {
    if (received.minute < obligation.cutoff_minute) return {};
    return {Timeliness::late, 1};
  }
  return {Timeliness::late, calendar::working_days_late(*due.effective, received.date, calendar)};
}

Verdict judge_deed(const std::optional<calendar::Date>& done, const std::optional<calendar::Date>& effective,
                   const calendar::WorkingDays& calendar) {
  if (!done) return {Timeliness::due, 0};
  if (!effective || *done <= *effective) return {};
  return {Timeliness::late, calendar::working_days_late(*effective, *done, calendar)};
}

std::optional<TooEarly> too_early(const Duty& duty, calendar::Date received,
                                  const std::optional<calendar::Date>& done) {
  if (duty.is_window()) {
    const bool any_time = duty.obligation->accept_from == form::AcceptFrom::always;
    if (any_time || !duty.due.effective || received > *duty.due.effective) return std::nullopt;
    return TooEarly{received, *duty.due.effective, true};
  }
  const auto day = duty.obligation->done_on.empty() ? std::optional(received) : done;
  if (!duty.event_date || !day || *day >= *duty.event_date) return std::nullopt;
  return TooEarly{*day, *duty.event_date};
}

std::optional<TooEarly> too_early(const Duty& duty, const Deed& deed) {
  if (!duty.event_date || deed.withdrawn || deed.date >= *duty.event_date) return std::nullopt;
  return TooEarly{deed.date, *duty.event_date};
}

Standing standing_of(const Duty& duty, const Submission& latest, const Submission& deciding,
                     const std::optional<calendar::Date>& done, const calendar::WorkingDays& calendar) {
  // A later revision carries the first one's verdict, or, by another deadline, its own.
  const Submission& judged = latest.deadline.effective == deciding.deadline.effective ? deciding : latest;
  const DatedVerdict then{judged.verdict, judged.deadline.effective};
  const auto& now = duty.due.effective;
  const bool may_change = !duty.is_window() && (!then.effective || duty.obligation->due.needs_event());
  const auto early = too_early(duty, latest.receipt.received.date, done);
  if (!may_change || !now || now == then.effective) return {then, std::nullopt, early, duty.ends_short};
  const DatedVerdict anew{judge(*duty.obligation, duty.due, deciding.receipt.received, done, calendar), now};
  const bool same = anew.verdict.timeliness == then.verdict.timeliness &&
                    anew.verdict.working_days_late == then.verdict.working_days_late && then.effective;
  return {anew, same ? std::nullopt : std::optional(then), early, duty.ends_short};
}

std::vector<StatusRow> status_of(std::vector<Duty> duties, const std::vector<Submission>& submissions,
                                 const StatusFacts& facts, calendar::Date today,
                                 const calendar::WorkingDays& calendar) {
  const auto received = by_key(submissions);
  std::vector<StatusRow> out;
  for (Duty& duty : duties) {
    StatusRow row;
    row.duty = std::move(duty);
    const auto at = received.find(row.duty.key);
    if (at != received.end()) take_received(row, at->second, calendar, facts.done_on);
    row.deliveries = deliveries_of(*row.duty.obligation, row.duty.key, facts.deeds);
    if (row.by_deed()) take_deeds(row, calendar);
    take_early_deed(row);
    if (row.timeliness == Timeliness::due) take_missing(row, facts.waivers, today, calendar);
    if (row.timeliness == Timeliness::late) {
      const auto day = row.done ? row.done : std::optional(row.received->date);
      if (const Waiver* waiver = waiver_on(facts.waivers, row.duty.key, *day, row.duty.obligation->id))
        row.waiver = *waiver;
      take_waiver_over(row, facts.waivers, *day);
    }
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace esep::report

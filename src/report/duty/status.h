// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "report/deed.h"
#include "report/duty/duty.h"
#include "report/submission.h"

namespace esep::report {

/// A decision that a report need not come, or may come later.
struct Waiver {
  ReportKey key;
  calendar::Date until;
  std::string reason;
  std::string basis;
  std::string user;
  std::string obligation = {};  // of a duty without a form, because such duties may have equal keys; else empty
  std::optional<calendar::Date> recorded = std::nullopt;  // the day of its entry
};

/// A verdict with the deadline by which it was given.
struct DatedVerdict {
  Verdict verdict;
  std::optional<calendar::Date> effective;
};

/// What was done before the day from which it could be done, because that day was recorded or moved afterwards.
struct TooEarly {
  calendar::Date done;        // it was published, recorded as done, or composed
  calendar::Date not_before;  // the event; with `window` the last day of the window, after which it is composed
  bool window = false;
};

/// How a report stands by the deadline that is known now.
struct Standing {
  DatedVerdict now;
  /// The verdict that the receipt gives, where it is another: the event was recorded or corrected after the receipt.
  std::optional<DatedVerdict> at_receipt = std::nullopt;
  std::optional<TooEarly> early = std::nullopt;
  std::optional<calendar::Date> ends_short = std::nullopt;  // as in Duty
};

/// The approval of an earlier revision than the one in force.
struct EarlierApproval {
  std::string submission;  // its number
  int revision = 0;
  std::string user;
  calendar::Date date;
};

/// A report that had come and was taken back.
struct TakenBack {
  std::string submission;  // its number
  calendar::LocalTime received;
  Withdrawal withdrawal;
};

/// The last file that came after the report in force and was not accepted.
struct RefusedCorrection {
  std::string submission;  // its number
  calendar::LocalTime received;
};

/// The day of completion that a revision names (`done_on`).
struct NamedDay {
  int revision = 0;
  calendar::Date day;
};

/// What a person has to know of the submissions behind a status.
struct Origin {
  /// When the file that decides was entered, where that was later than it came in.
  std::optional<calendar::LocalTime> entered = std::nullopt;
  bool day_by_hand = false;  // under another day than that of the computer's clock then
  /// The number of the submission that decides, to which `StatusRow::received` belongs, where that is not the row's own
  /// or where it has a later number than one that came after it.
  std::string decided_by = {};
  int decided_revision = 0;                                // its revision; 0: `decided_by` is empty
  std::optional<EarlierApproval> approved = std::nullopt;  // set by app/core
  std::vector<PaperChange> changes = {};  // of the reports from which it is made, since it came; set by app/core
  std::optional<Message> outdated = std::nullopt;  // composed of rows that changed since; set by app/paper
  /// A waiver that was over when the report came late, or is over while the report is missing.
  std::optional<Waiver> waiver_over = std::nullopt;
  std::vector<TakenBack> taken_back = {};  // where no report is there, in the order of their numbers; set by app/core
  std::optional<RefusedCorrection> refused = std::nullopt;
  std::optional<Message> unowed = std::nullopt;  // why nobody has the duty any more; set by app/core
  /// The calendar ends before it can be said whether the term is over (`Duty::beyond_calendar`), or how late a missing
  /// report is (CALENDAR-UNCOUNTED).
  std::optional<Message> uncounted = std::nullopt;
  std::vector<NamedDay> days = {};  // where a revision moved the day under `done_on` (app/core/named_days.h)
};

/// The status of one duty.
struct StatusRow {
  Duty duty;
  Timeliness timeliness = Timeliness::due;
  State state = State::none;
  std::optional<calendar::LocalTime> received;
  /// With `done_on`: the day that the revision in force names. If a report was received without this day, the duty is
  /// not done yet.
  std::optional<calendar::Date> done;
  int working_days_late = 0;
  int revision = 0;
  /// Number of the report in force, else of the last file that was not accepted, if no accepted one came after it;
  /// empty: neither is there.
  std::string submission;
  /// The waiver in force for a missing or due report, or on the day on which the report came late (it stays late, with
  /// this reason).
  std::optional<Waiver> waiver = std::nullopt;
  /// What is recorded of a duty `by_dispatch` or without a form; `done` is the day of the last of them, unless one is
  /// missing, or a language of one. Of a report with several addressees its delivery to each, which decides nothing.
  std::vector<Delivery> deliveries = {};
  std::optional<DatedVerdict> at_receipt = std::nullopt;   // as in Standing
  std::optional<calendar::Date> judged_by = std::nullopt;  // the deadline by which a received report was judged

  std::optional<TooEarly> early = std::nullopt;  // of the report, else of the first deed that is so

  Origin origin = {};

  /// The day by which the awaited event usually has happened (data/events.toml); set only once it has passed.
  std::optional<calendar::Date> usual_event_day = std::nullopt;

  /// The term runs from an event that is not recorded: nobody can say yet when the report is due.
  [[nodiscard]] bool awaits_event() const {
    return duty.owed && timeliness == Timeliness::due && duty.obligation->due.needs_event() && !duty.event_date &&
           !duty.not_expected;
  }
  /// It is recorded that the event does not come (`esep event … --none`), and nothing was handed in.
  [[nodiscard]] bool is_not_expected() const {
    return timeliness == Timeliness::due && duty.not_expected && !received && deed() == nullptr;
  }
  /// The calendar ends before the term, and the term may be over: nobody may call it not due yet.
  [[nodiscard]] bool has_unknown_term() const {
    return duty.owed && timeliness == Timeliness::due && duty.beyond_calendar && origin.uncounted && !received &&
           deed() == nullptr;
  }
  /// The event that is awaited should have been recorded by now.
  [[nodiscard]] bool lacks_event() const { return awaits_event() && usual_event_day.has_value(); }
  /// The duty is done by what is recorded in `deliveries`, not by a report handed in.
  [[nodiscard]] bool by_deed() const { return duty.by_dispatch || duty.key.form.empty(); }
  /// The first record; nullptr: there is none.
  [[nodiscard]] const Deed* deed() const;
  /// Something is recorded, but not in every language or to every addressee.
  [[nodiscard]] bool is_done_partly() const {
    const bool open = timeliness == Timeliness::due || timeliness == Timeliness::missing;
    return by_deed() && deed() != nullptr && !done && open;
  }
  /// Late, missing, waiting for an event that should have been recorded, done too early, nobody's duty any more, or
  /// with a term that nobody can compute: `status` then ends with an error.
  [[nodiscard]] bool is_overdue() const {
    return !duty.owed || timeliness == Timeliness::late || timeliness == Timeliness::missing || lacks_event() ||
           has_unknown_term() || early;
  }
};

/// The last waiver recorded for a key if it is in force on `day`; nullptr: none. `obligation`: of a duty without a
/// form.
[[nodiscard]] const Waiver* waiver_on(const std::vector<Waiver>& waivers, const ReportKey& key, calendar::Date day,
                                      const std::string& obligation = "");
/// The same if it is over before `day`. One that ends by the deadline moved nothing: it takes an earlier one back.
[[nodiscard]] const Waiver* waiver_over(const std::vector<Waiver>& waivers, const ReportKey& key,
                                        const std::optional<calendar::Date>& effective, calendar::Date day,
                                        const std::string& obligation = "");

/// Decides on lateness: on time until the obligation's cut-off on the effective day. Without an effective date nothing
/// is late: it is on time, and who prints it says that no deadline is known (report/duty/no_term.h). `done`: the
/// report's day under the obligation's `done_on`, which counts instead of the receipt. If it is missing or lies after
/// the receipt, the result is `due`: handed in, not done.
[[nodiscard]] Verdict judge(const form::Obligation& obligation, const calendar::DueDate& due,
                            const calendar::LocalTime& received, const std::optional<calendar::Date>& done,
                            const calendar::WorkingDays& calendar);

/// The same of a duty done by a deed of its own, a dispatch or what is recorded of a duty without a form. `done`
/// nullopt: it is not done, the duty is `due`.
[[nodiscard]] Verdict judge_deed(const std::optional<calendar::Date>& done,
                                 const std::optional<calendar::Date>& effective, const calendar::WorkingDays& calendar);

/// A report that came on the day `received` and names the day `done` under `done_on`: composed before its window was
/// over, done before the event, or, unless it may come at any time, received before it. nullopt: none of these.
[[nodiscard]] std::optional<TooEarly> too_early(const Duty& duty, calendar::Date received,
                                                const std::optional<calendar::Date>& done);
/// A deed of before the event from which the duty arose. nullopt: it is not.
[[nodiscard]] std::optional<TooEarly> too_early(const Duty& duty, const Deed& deed);

/// The one answer to how an accepted report stands today. `latest` is its last revision, `deciding` the one that
/// decides on its timeliness, `done` the day of that one under `done_on`. The verdict at receipt of `latest` stays,
/// whatever is corrected in the calendar. Only where the term runs from an event and its deadline is another one now,
/// or where none was known, the report is judged anew, by the deadline known now. The last day of a window is no
/// deadline, so that the verdict on a report that comes after it stays when the window moves or becomes known; `early`
/// says what is wrong then.
[[nodiscard]] Standing standing_of(const Duty& duty, const Submission& latest, const Submission& deciding,
                                   const std::optional<calendar::Date>& done, const calendar::WorkingDays& calendar);

/// Writes into a row how its accepted report stands: `latest` its last revision, `deciding` the one that decides on its
/// timeliness.
void take_report(StatusRow& row, const Submission& latest, const Submission& deciding, const DatedVerdict& verdict);

/// Gives the day that a submission names under its obligation's `done_on`; called only if there is one.
using DoneOn = std::function<std::optional<calendar::Date>(const Submission&)>;

/// What is recorded beside the submissions and counts on a status.
struct StatusFacts {
  std::vector<Waiver> waivers = {};
  std::vector<Deed> deeds = {};  // in the order of recording
  DoneOn done_on = {};
};

/// `submissions`: those of the duties' keys, in any order. The accepted revision that came in first decides on
/// timeliness (a correction does not make a timely report late), the latest on the state. With `done_on` the latest
/// decides on both. A report stands as `standing_of` says. A duty `by_dispatch` is judged by the day of its dispatch
/// alone, one without a form by what is recorded of it, to each addressee.
[[nodiscard]] std::vector<StatusRow> status_of(std::vector<Duty> duties, const std::vector<Submission>& submissions,
                                               const StatusFacts& facts, calendar::Date today,
                                               const calendar::WorkingDays& calendar);

}  // namespace esep::report

// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "calendar/working_days.h"
#include "report/review/assessment.h"
#include "report/review/users.h"
#include "report/review/workflow.h"
#include "report/submission.h"

/// The review of received reports. Pure code: values in, values out.
namespace esep::report {

/// A place in a submission. All empty: the whole report.
struct Place {
  std::string cell;    // "C14", as Excel shows it
  int row = 0;         // 0: none
  std::string column;  // the form's column id
  std::string item;    // of a checklist: "UR-12"
  [[nodiscard]] bool empty() const { return cell.empty() && row == 0 && column.empty() && item.empty(); }
  bool operator==(const Place&) const = default;
};

/// Who reviews a submission, and since when. Every change of the reviewer is a new record; the last one counts.
struct Review {
  int64_t submission = 0;
  std::string reviewer;
  std::string user;  // who opened or assigned
  calendar::LocalTime opened_at;
  std::optional<calendar::Date> due;  // absent: no term
};

/// Who approved a submission, and when.
struct Approval {
  std::string user;
  calendar::LocalTime at;
};

struct ReviewNote {
  int64_t id = 0;
  int64_t submission = 0;
  Place place;
  std::string text;
  std::string user;
  calendar::LocalTime at;
};

struct Recommendation {
  enum class State { open, answered, closed };
  int64_t id = 0;
  std::string number;  // for people: "R-000001"
  int64_t submission = 0;
  Place place;
  std::string text;
  calendar::Date due;
  State state = State::open;
  std::string user;
  calendar::LocalTime at;
  std::string answer;  // of the reporting body
  std::string answered_by;
  std::string outcome;  // why it was closed
  std::string closed_by;
  std::optional<calendar::LocalTime> closed_at;
};
[[nodiscard]] std::string_view recommendation_state_name(Recommendation::State state);  // "open", "answered", "closed"
[[nodiscard]] std::optional<Recommendation::State> recommendation_state_from(std::string_view name);

/// A user's name for the four-eyes rule: names that look alike are one person's (base/skeleton.h).
[[nodiscard]] std::string person(std::string_view user);

/// A person's step on any revision of one report. Being named reviewer counts as `open`.
using ActionsByPerson = std::map<std::string, std::set<Action>>;

/// Whether it is a step of the review itself, not of the agency. `open` in ActionsByPerson means: was named reviewer.
[[nodiscard]] bool is_reviewing(Action action);

/// A step that somebody wants to take.
struct StepRequest {
  Action action = Action::open;
  State state = State::none;  // of the submission now
  std::string number;         // of the submission, for the message
  std::string user;
  std::string reviewer;           // open and assign: the new reviewer
  std::string organisation = {};  // whose report it is
};

/// The reason why a step is forbidden; nullopt: it is allowed. STEP-ROLE, STEP-BODY, STEP-REVIEWER-ROLE, STEP-OPEN-SELF
/// (who takes the review for himself may not review), STEP-STATE-…, STEP-USER-UNKNOWN. For any roles also:
/// FOUR-EYES-SUBMITTED (a person who submitted, withdrew or answered may not review), FOUR-EYES-REVIEWED (a reviewer
/// may do none of these), FOUR-EYES-RECOMMENDED (a person who recommended may not approve), FOUR-EYES-APPROVED (a
/// person who approved may not recommend).
[[nodiscard]] std::optional<Message> refusal(const Workflow& workflow, const Users& users, const ActionsByPerson& done,
                                             const StepRequest& request);

/// The titles of the roles behind commas, for a message that says who may do something.
[[nodiscard]] Message::Value role_titles(const Workflow& workflow, const std::vector<std::string>& roles);

/// The reason why a step on the register is forbidden; nullopt: it is allowed. STEP-ROLE, STEP-USER-UNKNOWN.
[[nodiscard]] std::optional<Message> right_refusal(const Workflow& workflow, const Users& users, RegisterAction action,
                                                   const std::string& user);

/// DAY-OTHER: the user writes under another day than that of the computer's clock and has not the right `other_day`.
/// `clock` nullopt: nobody asked the clock. nullopt also where no users are named.
[[nodiscard]] std::optional<Message> day_refusal(const Workflow& workflow, const Users& users, const std::string& user,
                                                 calendar::Date day, const std::optional<calendar::LocalTime>& clock);

/// STEP-BODY: the user acts for other bodies than this one.
[[nodiscard]] std::optional<Message> body_refusal(const Users& users, const std::string& user,
                                                  const std::string& organisation);
/// STEP-EVERY-BODY: the user acts for some bodies only, and the step concerns all.
[[nodiscard]] std::optional<Message> every_body_refusal(const Users& users, const std::string& user);

/// The state of a term on a day.
struct TermState {
  calendar::Date due;
  int left = 0;            // working days after `on` up to and including `due`
  int over = 0;            // working days past `due`
  bool uncounted = false;  // past `due` by nobody knows how many: the calendar ends before

  [[nodiscard]] bool is_over() const { return over > 0 || uncounted; }
};
/// The last day for examining a report: the n-th working day after its receipt.
[[nodiscard]] calendar::Date examination_due(calendar::Date received, int working_days,
                                             const calendar::WorkingDays& calendar);
/// Of a term that still runs: past its last day the working days that have passed, at least 1
/// (calendar::working_days_overdue).
[[nodiscard]] TermState term_on(calendar::Date due, calendar::Date on, const calendar::WorkingDays& calendar);
/// Of what was concluded on the day `concluded`: a day off counts as the next working day, as with a receipt
/// (calendar::working_days_late).
[[nodiscard]] TermState term_met(calendar::Date due, calendar::Date concluded, const calendar::WorkingDays& calendar);

/// A line of the review list.
struct ReviewRow {
  Submission submission;
  std::string reviewer;                          // empty: nobody yet
  std::optional<TermState> term;                 // absent: no term
  std::optional<calendar::LocalTime> concluded;  // returned or approved
  std::string changed_since;                     // number of the earlier revision that was reviewed; empty: none
  int open_recommendations = 0;                  // of the report, over all its revisions
  std::vector<AssessmentState> assessments;      // begun, or asked for by the workflow
  std::optional<Message> beyond = std::nullopt;  // there is a term, and the calendar ends before it
};

/// A recommendation not carried out yet.
struct FollowupRow {
  Recommendation recommendation;
  Submission submission;
  TermState term;
  std::optional<Withdrawal> withdrawn = std::nullopt;  // the report was taken back since
};

}  // namespace esep::report

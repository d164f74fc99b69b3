// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/owed_duties.h"
#include "report/submission.h"

/// What is accepted or recorded and belongs to a duty that, by the registers as they are now, is nobody's: its row went
/// to another body, ends earlier, or is of another kind. It stays in the register. Lists of duties cannot show it, so
/// it is named by itself.
namespace esep::app {

struct DutyRecord {
  enum class Kind { report, event, deed };
  Kind kind = Kind::report;
  report::ReportKey key;
  std::string name;                    // the report's number; the id of the event; the deed's obligation, or its form
  std::optional<calendar::Date> day;   // of the event or the deed; nullopt: the event does not come
  std::optional<report::Event> event;  // of an event
  std::optional<report::Deed> deed;    // of a deed
};

/// Reports in force, events in force, deeds that were not taken back, in this order, each in the order of recording.
[[nodiscard]] std::vector<DutyRecord> duty_records(Engine& engine);
/// Whether somebody has the duty of the record.
[[nodiscard]] bool is_owed(OwedDuties& duties, const DutyRecord& record);
/// The duty of a report or a deed; nullptr: nobody has it, or the record is an event.
[[nodiscard]] const report::Duty* duty_of(OwedDuties& duties, const DutyRecord& record);
/// The records whose duty nobody has.
[[nodiscard]] std::vector<DutyRecord> unowed_records(Engine& engine);
/// The accepted reports in force of a form (empty: of any) that nobody owes, in the order of receipt.
[[nodiscard]] std::vector<report::Submission> unowed_reports(Engine& engine, const std::string& form);

/// "report S-000001 (body; G-001; October 2026)".
[[nodiscard]] Message record_message(Engine& engine, const DutyRecord& record);
[[nodiscard]] Message report_message(Engine& engine, const report::Submission& report);
/// Why nobody has a duty: the row is another body's, or gone, or does not run in the period, or the event was taken
/// back. Events and history are read once. The engine must outlive it.
class UnowedReasons {
 public:
  explicit UnowedReasons(Engine& engine) : engine_(engine) {}
  [[nodiscard]] Message of(const report::Duty& duty);

 private:
  [[nodiscard]] std::optional<Message> withdrawn_event(const report::Duty& duty);
  [[nodiscard]] const registry::HistoryEntry* withdrawal_of(const report::Event& event);

  Engine& engine_;
  std::optional<std::vector<report::Event>> events_;
  std::optional<std::vector<registry::HistoryEntry>> withdrawals_;  // of events
};
/// Says of a report in force that nobody has its duty any more, and why. nullopt: somebody has it.
[[nodiscard]] std::optional<Message> no_duty_now(Engine& engine, const report::Submission& report);
/// One remark for each of `unowed_records`, for `doctor`.
[[nodiscard]] std::vector<Message> unowed_remarks(Engine& engine);

}  // namespace esep::app

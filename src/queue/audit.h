// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "queue/order_key.h"
#include "queue/policy.h"

/// The log of another system, in five CSV files, under the rules of a policy (docs/queues.md, "Audit"). It shares no
/// code with the fold but the policy and the order of applications.
namespace esep::queue {

struct AuditFinding {
  std::string file;  // "vouchers.csv"
  int line = 0;
  Message message;
  std::string paragraph;  // of the policy's law; may be empty
};
using AuditFindings = std::vector<AuditFinding>;

struct AuditedApplication {
  int line = 0;
  std::string id;
  std::string circle;
  std::string child;
  std::string priority;
  calendar::Instant at;
};

struct AuditedPlace {
  int line = 0;
  std::string circle;
  std::string id;
  calendar::Date vacated;
  calendar::Instant entered;
};

struct AuditedVoucher {
  int line = 0;
  std::string id;
  std::string application;
  std::string place;
  calendar::Instant issued;
  calendar::Date valid_until;
  std::string end;  // "", used, expired, recalled, withdrawn, annulled
  std::optional<calendar::Instant> ended;
};

/// withdraw, annul, confirm, not_confirmed, outgrown: `ref` is an application; stop, resume: a region or blank;
/// no_money: a circle, or blank for all.
struct AuditedEvent {
  int line = 0;
  calendar::Instant at;
  std::string kind;
  std::string ref;
  [[nodiscard]] bool of_application() const { return kind != "stop" && kind != "resume" && kind != "no_money"; }
};

struct AuditedRun {
  int line = 0;
  calendar::Date day;
  int64_t given = 0;
};

struct AuditedLog {
  std::vector<AuditedApplication> applications;
  std::vector<AuditedPlace> places;
  std::vector<AuditedVoucher> vouchers;
  std::vector<AuditedEvent> events;
  std::vector<AuditedRun> runs;
};

/// The text of each file; a row with a cell that cannot be read is left out with AUDIT-CELL.
struct AuditedTexts {
  std::string_view applications;
  std::string_view places;
  std::string_view vouchers;
  std::string_view events;
  std::string_view runs;
};
[[nodiscard]] AuditedLog read_audited_log(const AuditedTexts& texts, AuditFindings& findings, Diagnostics& diagnostics);

/// Every line that breaks a rule, by file and line. Error CALENDAR-YEAR outside the calendar.
[[nodiscard]] AuditFindings audit(const AuditedLog& log, const PolicyBook& policies, const std::string& queue,
                                  const calendar::WorkingDays& calendar);

}  // namespace esep::queue

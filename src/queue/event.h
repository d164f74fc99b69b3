// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/decimal.h"
#include "base/enum_names.h"
#include "calendar/instant.h"
#include "datafile/csv.h"

/// What a log consists of. docs/queues.md has the kinds with their paragraphs.
namespace esep::queue {

enum class EventKind { circle, fund, apply, withdraw, annul, confirm, vacate, contract, recall, stop, resume, run };
inline constexpr EnumNames<EventKind, 12> kEventKindNames{{
    {EventKind::circle, "circle"},
    {EventKind::fund, "fund"},
    {EventKind::apply, "apply"},
    {EventKind::withdraw, "withdraw"},
    {EventKind::annul, "annul"},
    {EventKind::confirm, "confirm"},
    {EventKind::vacate, "vacate"},
    {EventKind::contract, "contract"},
    {EventKind::recall, "recall"},
    {EventKind::stop, "stop"},
    {EventKind::resume, "resume"},
    {EventKind::run, "run"},
}};

/// What a `circle` event says.
struct CircleFacts {
  std::string queue;
  std::string operator_code;
  std::string region;
  int age_from = 0;
  int age_to = 0;  // included
  bool operator==(const CircleFacts&) const = default;
};

struct Event {
  calendar::Instant at;
  EventKind kind = EventKind::run;
  std::string ref;       // application, voucher or circle
  std::string circle;    // of an application
  std::string child;     // a random id
  std::string priority;  // a class of the policy, or empty
  calendar::Date born;
  calendar::Date day;  // since when a place is vacant
  int64_t count = 0;   // places; of a fund the year
  Decimal amount;      // monthly norm; what a fund gets
  CircleFacts facts;   // the queue of a run, the operator of a fund, the region of a stop stand here too
  std::string reason;
};

/// The columns of a log, in their order.
[[nodiscard]] const std::vector<std::string>& event_columns();

/// The event as a row of a log, without its line end.
[[nodiscard]] std::string event_line(const Event& event);

/// A row of a log, or the name of the column whose cell cannot be read. Cells that the kind does not use are not read.
[[nodiscard]] std::variant<Event, std::string> read_event(const datafile::CsvTable& table,
                                                          const datafile::CsvRecord& record);

}  // namespace esep::queue

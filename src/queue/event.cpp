// SPDX-License-Identifier: MIT
#include "queue/event.h"

#include <charconv>

namespace esep::queue {
namespace {

using calendar::Date;

/// Reads cells one by one and remembers the first that is wrong.
class CellReader {
 public:
  CellReader(const datafile::CsvTable& table, const datafile::CsvRecord& record) : table_(table), record_(record) {}

  std::string text(const char* column) const { return table_.cell(record_, column); }
  std::string name(const char* column) {
    std::string value = text(column);
    if (value.empty()) fail(column);
    return value;
  }
  Date date(const char* column) {
    const auto value = Date::parse_iso(text(column));
    if (!value) fail(column);
    return value.value_or(Date());
  }
  int64_t integer(const char* column) {
    const std::string value = text(column);
    int64_t out = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), out);
    if (error != std::errc() || end != value.data() + value.size()) fail(column);
    return out;
  }
  int age(const char* column) {
    const int64_t value = integer(column);
    constexpr int64_t kOldest = 150;
    if (value < 0 || value > kOldest) fail(column);
    return wrong_.empty() ? static_cast<int>(value) : 0;
  }
  /// Tenge with at most two decimals, not beyond `most` either way.
  Decimal money(const char* column, int64_t most, bool negative) {
    const auto value = Decimal::parse(text(column));
    const int64_t limit = most * Decimal::kUnit;
    const bool right =
        value && value->places() <= 2 && value->units() <= limit && value->units() >= (negative ? -limit : 0);
    if (!right) fail(column);
    return right ? *value : Decimal();
  }
  void fail(const char* column) {
    if (wrong_.empty()) wrong_ = column;
  }
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

 private:
  const datafile::CsvTable& table_;
  const datafile::CsvRecord& record_;
  std::string wrong_;
};

constexpr int64_t kMostNorm = 1'000'000'000;
constexpr int64_t kMostFund = 1'000'000'000'000;
constexpr int64_t kLastYear = 9999;

void read_circle(CellReader& cells, Event& out) {
  out.facts = {cells.name("queue"), cells.name("operator"), cells.name("region"), cells.age("age_from"),
               cells.age("age_to")};
  out.amount = cells.text("amount").empty() ? Decimal() : cells.money("amount", kMostNorm, false);
}

void read_fund(CellReader& cells, Event& out) {
  out.facts.operator_code = cells.name("operator");
  out.count = cells.integer("count");
  if (out.count < 1 || out.count > kLastYear) cells.fail("count");
  out.amount = cells.money("amount", kMostFund, true);
}

void read_apply(CellReader& cells, Event& out) {
  out.circle = cells.name("circle");
  out.child = cells.name("child");
  out.born = cells.date("born");
  out.priority = cells.text("priority");
}

void read_cells(CellReader& cells, Event& out) {
  switch (out.kind) {
    case EventKind::circle:
      return read_circle(cells, out);
    case EventKind::fund:
      return read_fund(cells, out);
    case EventKind::apply:
      return read_apply(cells, out);
    case EventKind::vacate:
      out.count = cells.integer("count");
      out.day = cells.date("day");
      return;
    case EventKind::stop:
    case EventKind::resume:
      out.facts.region = cells.text("region");
      return;
    case EventKind::run:
      out.facts.queue = cells.text("queue");
      return;
    default:
      return;
  }
}

bool has_ref(EventKind kind) {
  return kind != EventKind::fund && kind != EventKind::stop && kind != EventKind::resume && kind != EventKind::run;
}

}  // namespace

const std::vector<std::string>& event_columns() {
  static const std::vector<std::string> kColumns{"at",       "kind",  "ref",      "circle", "child",    "born",
                                                 "priority", "queue", "operator", "region", "age_from", "age_to",
                                                 "amount",   "count", "day",      "reason"};
  return kColumns;
}

std::variant<Event, std::string> read_event(const datafile::CsvTable& table, const datafile::CsvRecord& record) {
  CellReader cells(table, record);
  Event out;
  const auto at = calendar::Instant::parse_local(cells.text("at"));
  if (!at) return "at";
  out.at = *at;
  const auto kind = enum_from(kEventKindNames, cells.text("kind"));
  if (!kind) return "kind";
  out.kind = *kind;
  out.ref = has_ref(*kind) ? cells.name("ref") : std::string();
  out.reason = cells.text("reason");
  read_cells(cells, out);
  if (!cells.wrong().empty()) return cells.wrong();
  return out;
}

std::string event_line(const Event& event) {
  const bool is_circle = event.kind == EventKind::circle;
  const auto number = [](bool shown, int64_t value) { return shown ? std::to_string(value) : std::string(); };
  const auto day = [](const Date& date) { return date == Date() ? std::string() : date.iso(); };
  const bool has_amount = is_circle || event.kind == EventKind::fund;
  const bool has_count = event.kind == EventKind::vacate || event.kind == EventKind::fund;
  std::string out;
  for (const std::string& cell :
       {event.at.local_iso(), std::string(enum_name(kEventKindNames, event.kind)), event.ref, event.circle, event.child,
        day(event.born), event.priority, event.facts.queue, event.facts.operator_code, event.facts.region,
        number(is_circle, event.facts.age_from), number(is_circle, event.facts.age_to),
        has_amount ? event.amount.to_string(2) : std::string(), number(has_count, event.count), day(event.day),
        event.reason})
    out += (out.empty() ? "" : ",") + datafile::csv_field(cell, ',');
  return out;
}

}  // namespace esep::queue

// SPDX-License-Identifier: MIT
#include "queue_store/table_book.h"

#include "queue/policy.h"

// An index counts from 0 and a number from 1.
namespace esep::queue_store {

using calendar::Date;
using calendar::Instant;
using queue::OrderKey;

namespace {

constexpr std::string_view kSelectApplication =
    "SELECT rank, stands, equals, lot, number, id, family, child, circle, priority, state, outgrows, since, ahead, "
    "first_movement, confirmed, voucher FROM application WHERE number = ?";

int64_t number_of(size_t index) { return static_cast<int64_t>(index) + 1; }
size_t index_at(const sqlite::Statement& row, int column) { return static_cast<size_t>(row.integer(column) - 1); }
int small(const sqlite::Statement& row, int column) { return static_cast<int>(row.integer(column)); }
Date date_at(const sqlite::Statement& row, int column) {
  return Date::parse_iso(row.text_view(column)).value_or(Date());
}
Decimal units_at(const sqlite::Statement& row, int column) { return Decimal::from_units(row.integer(column)); }
std::optional<Instant> moment_at(const sqlite::Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(Instant{row.integer(column)});
}

// Five columns, the number last.
OrderKey key_at(const sqlite::Statement& row, int column) {
  return {small(row, column),
          {row.integer(column + 1)},
          small(row, column + 2),
          row.text(column + 3),
          row.integer(column + 4)};
}

void bind_moment(sqlite::Statement& to, int at, const std::optional<Instant>& moment) {
  if (moment) {
    to.bind(at, moment->micros);
  } else {
    to.bind(at, nullptr);
  }
}

void bind_key(sqlite::Statement& to, int at, const OrderKey& key) {
  to.bind(at, key.rank).bind(at + 1, key.at.micros).bind(at + 2, key.rank_of_equals).bind(at + 3, key.lot);
}

queue::Circle circle_at(const sqlite::Statement& row, int column) {
  queue::Circle out;
  out.facts = {row.text(column), row.text(column + 1), row.text(column + 2), small(row, column + 3),
               small(row, column + 4)};
  out.norm = units_at(row, column + 5);
  out.next_place = small(row, column + 6);
  return out;
}

}  // namespace

std::vector<size_t> TableBook::indices(Statements::Loan rows) const {
  std::vector<size_t> out;
  while (rows->step()) out.push_back(index_at(*rows, 0));
  return out;
}

std::optional<size_t> TableBook::index_of(Statements::Loan row) const {
  return row->step() ? std::optional(index_at(*row, 0)) : std::nullopt;
}

std::optional<queue::Circle> TableBook::circle(const std::string& code) const {
  auto row =
      statements_.get("SELECT queue, operator, region, age_from, age_to, norm, next_place FROM circle WHERE code = ?");
  row->bind(1, code);
  return row->step() ? std::optional(circle_at(*row, 0)) : std::nullopt;
}

void TableBook::keep(const std::string& code, const queue::Circle& circle) {
  auto write = statements_.get(
      "INSERT INTO circle(code, queue, operator, region, age_from, age_to, norm, next_place) VALUES(?,?,?,?,?,?,?,?) "
      "ON CONFLICT(code) DO UPDATE SET norm = excluded.norm, next_place = excluded.next_place");
  const queue::CircleFacts& facts = circle.facts;
  write->bind(1, code).bind(2, facts.queue).bind(3, facts.operator_code).bind(4, facts.region);
  write->bind(5, facts.age_from).bind(6, facts.age_to).bind(7, circle.norm.units()).bind(8, circle.next_place).run();
}

std::vector<std::string> TableBook::circles() const {
  std::vector<std::string> out;
  auto rows = statements_.get("SELECT code FROM circle ORDER BY code");
  while (rows->step()) out.push_back(rows->text(0));
  return out;
}

std::vector<int> TableBook::free_places(const std::string& circle) const {
  std::vector<int> out;
  auto rows = statements_.get("SELECT place FROM free_place WHERE circle = ? ORDER BY place");
  rows->bind(1, circle);
  while (rows->step()) out.push_back(small(*rows, 0));
  return out;
}

void TableBook::offer(const std::string& circle, int place) {
  statements_.get("INSERT INTO free_place(circle, place) VALUES(?,?)")->bind(1, circle).bind(2, place).run();
}

void TableBook::fill(const std::string& circle, int place) {
  statements_.get("DELETE FROM free_place WHERE circle = ? AND place = ?")->bind(1, circle).bind(2, place).run();
}

std::vector<queue::Book::OpenCircle> TableBook::open_circles(const std::string& queue) const {
  std::vector<OpenCircle> out;
  auto rows = statements_.get(
      "SELECT f.place, c.code, c.queue, c.operator, c.region, c.age_from, c.age_to, c.norm, c.next_place "
      "FROM free_place AS f JOIN circle AS c ON c.code = f.circle WHERE c.queue = ? AND EXISTS "
      "(SELECT 1 FROM application AS a WHERE a.circle = c.code AND a.state = 'waiting') ORDER BY f.circle, f.place");
  rows->bind(1, queue);
  while (rows->step()) {
    if (out.empty() || out.back().code != rows->text_view(1)) out.push_back({rows->text(1), circle_at(*rows, 2), {}});
    out.back().free.push_back(small(*rows, 0));
  }
  return out;
}

bool TableBook::anybody_waits(const std::string& queue) const {
  auto row = statements_.get(
      "SELECT 1 FROM circle AS c WHERE c.queue = ? AND EXISTS "
      "(SELECT 1 FROM application AS a WHERE a.circle = c.code AND a.state = 'waiting') LIMIT 1");
  row->bind(1, queue);
  return row->step();
}

std::optional<queue::Book::Waiting> TableBook::next(const std::string& circle, const OrderKey* behind) const {
  auto row = statements_.get(
      "SELECT rank, stands, equals, lot, number FROM application WHERE circle = ? AND state = 'waiting' AND "
      "(rank, stands, equals, lot, number) > (?, ?, ?, ?, ?) ORDER BY rank, stands, equals, lot, number LIMIT 1");
  const OrderKey before{-1, {}, 0, "", 0};
  const OrderKey& key = behind == nullptr ? before : *behind;
  row->bind(1, circle).bind(6, key.number);
  bind_key(*row, 2, key);
  if (!row->step()) return std::nullopt;
  return Waiting{key_at(*row, 0), index_at(*row, 4)};
}

int TableBook::ahead(const std::string& circle, const OrderKey& key) const {
  auto row = statements_.get(
      "SELECT count(*) FROM application WHERE circle = ? AND state = 'waiting' AND "
      "(rank, stands, equals, lot, number) < (?, ?, ?, ?, ?)");
  row->bind(1, circle).bind(6, key.number);
  bind_key(*row, 2, key);
  row->step();
  return small(*row, 0);
}

std::vector<size_t> TableBook::silent(const std::string& queue, Instant since) const {
  auto rows = statements_.get(
      "SELECT a.number FROM application AS a JOIN circle AS c ON c.code = a.circle "
      "WHERE a.state = 'waiting' AND c.queue = ? AND a.confirmed < ? ORDER BY a.number");
  rows->bind(1, queue).bind(2, since.micros);
  return indices(std::move(rows));
}

std::vector<size_t> TableBook::outgrowing(Date day) const {
  auto rows =
      statements_.get("SELECT number FROM application WHERE state = 'waiting' AND outgrows = ? ORDER BY number");
  rows->bind(1, day.iso());
  return indices(std::move(rows));
}

void TableBook::move(const std::string& circle, const queue::Movement& movement) {
  auto write = statements_.get(
      "INSERT INTO movement(circle, number, application, cause, rank, stands, equals, lot) VALUES(?,?,?,?,?,?,?,?)");
  write->bind(1, circle).bind(2, number_of(movements(circle))).bind(3, number_of(movement.application));
  write->bind(4, enum_name(queue::kCauseNames, movement.cause));
  bind_key(*write, 5, movement.key);
  write->run();
}

size_t TableBook::movements(const std::string& circle) const {
  auto row = statements_.get("SELECT max(number) FROM movement WHERE circle = ?");
  row->bind(1, circle);
  row->step();
  return static_cast<size_t>(row->integer(0));
}

std::vector<queue::Movement> TableBook::movements_from(const std::string& circle, size_t first) const {
  std::vector<queue::Movement> out;
  auto rows = statements_.get(
      "SELECT rank, stands, equals, lot, application, cause FROM movement WHERE circle = ? AND number > ? "
      "ORDER BY number");
  rows->bind(1, circle).bind(2, static_cast<int64_t>(first));
  while (rows->step()) {
    out.push_back({index_at(*rows, 4), key_at(*rows, 0),
                   enum_from(queue::kCauseNames, rows->text_view(5)).value_or(queue::Cause::other)});
  }
  return out;
}

void TableBook::keep(size_t index, const queue::Application& one) {
  auto write = statements_.get(
      "INSERT INTO application(number, id, family, child, circle, priority, state, rank, stands, equals, lot, "
      "outgrows, "
      "since, ahead, first_movement, confirmed, voucher) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
      "ON CONFLICT(number) DO UPDATE SET state = excluded.state, rank = excluded.rank, stands = excluded.stands, "
      "equals = excluded.equals, lot = excluded.lot, since = excluded.since, ahead = excluded.ahead, "
      "first_movement = excluded.first_movement, confirmed = excluded.confirmed, voucher = excluded.voucher");
  write->bind(1, number_of(index)).bind(2, one.id).bind(3, one.group).bind(4, one.child).bind(5, one.circle);
  write->bind(6, one.priority).bind(7, enum_name(queue::kApplicationStateNames, one.state));
  bind_key(*write, 8, one.key);
  write->bind(12, one.outgrows.iso()).bind(13, one.since.micros).bind(14, one.ahead_when_applied);
  write->bind(15, static_cast<int64_t>(one.first_movement)).bind(16, one.confirmed.micros);
  if (one.voucher) {
    write->bind(17, number_of(*one.voucher));
  } else {
    write->bind(17, nullptr);
  }
  write->run();
}

queue::Application TableBook::application(size_t index) const {
  auto row = statements_.get(kSelectApplication);
  row->bind(1, number_of(index));
  queue::Application out;
  if (!row->step()) return out;
  out.key = key_at(*row, 0);
  out.number = row->integer(4);
  out.id = row->text(5);
  out.group = row->text(6);
  out.child = row->text(7);
  out.circle = row->text(8);
  out.priority = row->text(9);
  out.state = enum_from(queue::kApplicationStateNames, row->text_view(10)).value_or(out.state);
  out.outgrows = date_at(*row, 11);
  out.since = {row->integer(12)};
  out.ahead_when_applied = small(*row, 13);
  out.first_movement = static_cast<size_t>(row->integer(14));
  out.confirmed = {row->integer(15)};
  if (!row->is_null(16)) out.voucher = index_at(*row, 16);
  return out;
}

size_t TableBook::applications() const {
  auto row = statements_.get("SELECT max(number) FROM application");
  row->step();
  return static_cast<size_t>(row->integer(0));
}

std::optional<size_t> TableBook::find_application(const std::string& id) const {
  auto row = statements_.get("SELECT number FROM application WHERE id = ?");
  row->bind(1, id);
  return index_of(std::move(row));
}

std::vector<size_t> TableBook::of_child(const std::string& child) const {
  auto rows = statements_.get("SELECT number FROM application WHERE child = ? ORDER BY number");
  rows->bind(1, child);
  return indices(std::move(rows));
}

void TableBook::keep(size_t index, const queue::Voucher& one) {
  auto write = statements_.get(
      "INSERT INTO voucher(number, id, application, circle, place, issued, valid_until, expires, months, norm, amount, "
      "state, ended, family, child) SELECT ?,?,?,?,?,?,?,?,?,?,?,?,?, family, child FROM application WHERE number = ?3 "
      "ON CONFLICT(number) DO UPDATE SET state = excluded.state, ended = excluded.ended");
  write->bind(1, number_of(index)).bind(2, one.id).bind(3, number_of(one.application)).bind(4, one.circle);
  write->bind(5, one.place).bind(6, one.issued.iso()).bind(7, one.valid_until ? one.valid_until->iso() : "");
  bind_moment(*write, 8, one.expires);
  write->bind(9, one.months).bind(10, one.norm.units()).bind(11, one.amount.units());
  write->bind(12, enum_name(queue::kVoucherStateNames, one.state));
  bind_moment(*write, 13, one.ended);
  write->run();
}

queue::Voucher TableBook::voucher(size_t index) const {
  auto row = statements_.get(
      "SELECT id, application, circle, place, issued, valid_until, expires, months, norm, amount, state, ended "
      "FROM voucher WHERE number = ?");
  row->bind(1, number_of(index));
  queue::Voucher out;
  if (!row->step()) return out;
  out.id = row->text(0);
  out.application = index_at(*row, 1);
  out.circle = row->text(2);
  out.place = small(*row, 3);
  out.issued = date_at(*row, 4);
  if (!row->text_view(5).empty()) out.valid_until = date_at(*row, 5);
  out.expires = moment_at(*row, 6);
  out.months = small(*row, 7);
  out.norm = units_at(*row, 8);
  out.amount = units_at(*row, 9);
  out.state = enum_from(queue::kVoucherStateNames, row->text_view(10)).value_or(out.state);
  out.ended = moment_at(*row, 11);
  return out;
}

size_t TableBook::vouchers() const {
  auto row = statements_.get("SELECT max(number) FROM voucher");
  row->step();
  return static_cast<size_t>(row->integer(0));
}

std::optional<size_t> TableBook::find_voucher(const std::string& id) const {
  auto row = statements_.get("SELECT number FROM voucher WHERE id = ?");
  row->bind(1, id);
  return index_of(std::move(row));
}

std::optional<std::pair<Instant, size_t>> TableBook::next_expiry() const {
  auto row = statements_.get(
      "SELECT expires, number FROM voucher WHERE state = 'valid' AND expires IS NOT NULL ORDER BY expires, number "
      "LIMIT 1");
  if (!row->step()) return std::nullopt;
  return std::pair(Instant{row->integer(0)}, index_at(*row, 1));
}

std::optional<queue::Fund> TableBook::fund(const FundKey& which) const {
  auto row = statements_.get("SELECT granted, unspent FROM fund WHERE operator = ? AND year = ?");
  row->bind(1, which.first).bind(2, which.second);
  return row->step() ? std::optional(queue::Fund{units_at(*row, 0), units_at(*row, 1)}) : std::nullopt;
}

void TableBook::keep(const FundKey& which, const queue::Fund& fund) {
  auto write = statements_.get("INSERT OR REPLACE INTO fund(operator, year, granted, unspent) VALUES(?,?,?,?)");
  write->bind(1, which.first).bind(2, which.second).bind(3, fund.granted.units()).bind(4, fund.left.units()).run();
}

std::map<queue::Book::FundKey, queue::Fund> TableBook::funds() const {
  std::map<FundKey, queue::Fund> out;
  auto rows = statements_.get("SELECT operator, year, granted, unspent FROM fund");
  while (rows->step()) out[{rows->text(0), small(*rows, 1)}] = {units_at(*rows, 2), units_at(*rows, 3)};
  return out;
}

std::vector<queue::Restriction> TableBook::restrictions() const {
  std::vector<queue::Restriction> out;
  auto rows = statements_.get("SELECT region, since, until FROM restriction ORDER BY number");
  while (rows->step()) out.push_back({rows->text(0), {rows->integer(1)}, moment_at(*rows, 2)});
  return out;
}

void TableBook::keep(size_t index, const queue::Restriction& one) {
  auto write = statements_.get("INSERT OR REPLACE INTO restriction(number, region, since, until) VALUES(?,?,?,?)");
  write->bind(1, number_of(index)).bind(2, one.region).bind(3, one.from.micros);
  bind_moment(*write, 4, one.to);
  write->run();
}

void TableBook::record(const queue::Run& run) {
  auto write = statements_.get(
      "INSERT INTO run(queue, day, edition, given, reason, input, output) VALUES(?,?,?,?,?,?,?) "
      "ON CONFLICT(queue, day) DO NOTHING");
  write->bind(1, run.queue).bind(2, run.day.iso()).bind(3, run.edition).bind(4, run.given).bind(5, run.reason);
  write->bind(6, run.input).bind(7, run.output).run();
}

void TableBook::clear() {
  for (const char* table :
       {"circle", "free_place", "voucher", "application", "movement", "fund", "restriction", "standing"})
    database_.execute(std::string("DELETE FROM ") + table);
}

}  // namespace esep::queue_store

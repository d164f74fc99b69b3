// SPDX-License-Identifier: MIT
#include <map>

#include "queue_store/store.h"

// What follows from the log. Who leaves is written first, so that the unique indices see the state and not the way to
// it.
namespace esep::queue_store {
namespace {

constexpr int kTengePlaces = 2;

std::map<std::string, std::string> stored_states(const sqlite::Database& database, const char* sql) {
  std::map<std::string, std::string> out;
  auto rows = database.prepare(sql);
  while (rows.step()) out.emplace(rows.text(0), rows.text(1));
  return out;
}

std::string family_of(const queue::State& state, const queue::PolicyBook& policies, const std::string& circle,
                      calendar::Date day) {
  return policies.in_force(state.circles.at(circle).facts.queue, day).group;
}

}  // namespace

void Store::keep(const queue::State& state, const queue::PolicyBook& policies, calendar::Date day) {
  keep_applications(state, policies, day);
  keep_vouchers(state, policies, day);
  keep_runs(state, policies);
}

void Store::keep_applications(const queue::State& state, const queue::PolicyBook& policies, calendar::Date day) {
  const auto before = stored_states(*database_, "SELECT id, state FROM application");
  auto write = database_->prepare(
      "INSERT INTO application(id, family, child, circle, state) VALUES(?,?,?,?,?) "
      "ON CONFLICT(id) DO UPDATE SET state = excluded.state");
  for (const bool live : {false, true}) {
    for (const queue::Application& one : state.applications) {
      using queue::ApplicationState;
      const bool lives = one.state == ApplicationState::waiting || one.state == ApplicationState::voucher;
      const std::string now(enum_name(queue::kApplicationStateNames, one.state));
      const auto old = before.find(one.id);
      if (lives != live || (old != before.end() && old->second == now)) continue;
      write.bind(1, one.id).bind(2, family_of(state, policies, one.circle, day)).bind(3, one.child);
      write.bind(4, one.circle).bind(5, now).run();
    }
  }
}

void Store::keep_vouchers(const queue::State& state, const queue::PolicyBook& policies, calendar::Date day) {
  const auto before = stored_states(*database_, "SELECT id, state FROM voucher");
  auto write = database_->prepare(
      "INSERT INTO voucher(id, application, family, child, circle, place, issued, valid_until, amount, state) "
      "VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET state = excluded.state");
  for (const bool live : {false, true}) {
    for (const queue::Voucher& one : state.vouchers) {
      using queue::VoucherState;
      const bool lives = one.state == VoucherState::valid || one.state == VoucherState::used;
      const std::string now(enum_name(queue::kVoucherStateNames, one.state));
      const auto old = before.find(one.id);
      if (lives != live || (old != before.end() && old->second == now)) continue;
      const queue::Application& of = state.applications[one.application];
      write.bind(1, one.id).bind(2, of.id).bind(3, family_of(state, policies, one.circle, day)).bind(4, of.child);
      write.bind(5, one.circle).bind(6, one.place).bind(7, one.issued.iso());
      write.bind(8, one.valid_until ? one.valid_until->iso() : std::string());
      write.bind(9, one.amount.to_string(kTengePlaces)).bind(10, now).run();
    }
  }
}

void Store::keep_runs(const queue::State& state, const queue::PolicyBook& policies) {
  auto count = database_->prepare("SELECT count(*) FROM run");
  count.step();
  auto write =
      database_->prepare("INSERT INTO run(queue, day, edition, given, reason, input, output) VALUES(?,?,?,?,?,?,?)");
  for (auto i = static_cast<size_t>(count.integer(0)); i < state.runs.size(); ++i) {
    const queue::Run& run = state.runs[i];
    write.bind(1, run.queue).bind(2, run.day.iso()).bind(3, policies.in_force(run.queue, run.day).edition);
    write.bind(4, run.given).bind(5, run.reason).bind(6, run.input).bind(7, run.output).run();
  }
}

std::vector<queue::Run> Store::runs() const {
  std::vector<queue::Run> out;
  auto rows = database_->prepare("SELECT queue, day, given, reason, input, output FROM run ORDER BY day, queue");
  while (rows.step()) {
    queue::Run run;
    run.queue = rows.text(0);
    run.day = calendar::Date::parse_iso(rows.text(1)).value_or(calendar::Date());
    run.given = static_cast<int>(rows.integer(2));
    run.reason = rows.text(3);
    run.input = rows.text(4);
    run.output = rows.text(5);
    out.push_back(std::move(run));
  }
  return out;
}

}  // namespace esep::queue_store

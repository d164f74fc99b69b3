// SPDX-License-Identifier: MIT
#include "state_text.h"

#include <algorithm>

#include <fmt/core.h>

#include "queue/ledger.h"

namespace esep::queue {
namespace {

constexpr int kTengePlaces = 2;

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

std::string circle_line(const State& state, const std::string& code, const State::CircleQueue& circle) {
  std::string free;
  for (const int place : circle.free) free += (free.empty() ? "" : ",") + std::to_string(place);
  std::string waiting;
  for (const auto& [key, index] : circle.waiting)
    waiting += (waiting.empty() ? "" : ",") + state.all_applications[index].id;
  return fmt::format("circle {} free={} next={} waiting={}\n", code, or_dash(free), circle.next_place,
                     or_dash(waiting));
}

std::string position_line(const State& state, size_t index) {
  const auto standing = standing_of(state, index);
  if (!standing) return {};
  std::string out = fmt::format("position {} {} {} {}", state.all_applications[index].id, standing->position,
                                standing->still_ahead, standing->came_back);
  for (const auto& [cause, name] : kCauseNames) {
    if (standing->change(cause) != 0) out += fmt::format(" {}={}", name, standing->change(cause));
  }
  return out + "\n";
}

std::string voucher_line(const State& state, const Voucher& voucher) {
  return fmt::format("voucher {} {} {}#{} {} {} {} {} {}\n", voucher.id, state.all_applications[voucher.application].id,
                     voucher.circle, voucher.place, voucher.issued.iso(),
                     voucher.valid_until ? voucher.valid_until->iso() : "-", voucher.amount.to_string(kTengePlaces),
                     enum_name(kVoucherStateNames, voucher.state),
                     voucher.ended ? std::to_string(voucher.ended->micros) : "-");
}

std::vector<size_t> by_id(const State& state) {
  std::vector<size_t> out(state.applications());
  for (size_t i = 0; i < out.size(); ++i) out[i] = i;
  std::sort(out.begin(), out.end(),
            [&](size_t a, size_t b) { return state.all_applications[a].id < state.all_applications[b].id; });
  return out;
}

}  // namespace

std::string state_text(const State& state) {
  std::string out;
  for (const auto& [code, circle] : state.queues) out += circle_line(state, code, circle);
  const auto order = by_id(state);
  for (const size_t index : order) {
    const Application& one = state.all_applications[index];
    out += fmt::format("application {} {} {} {}\n", one.id, enum_name(kApplicationStateNames, one.state), one.circle,
                       one.ahead_when_applied);
  }
  for (const size_t index : order) out += position_line(state, index);
  for (const Voucher& voucher : state.all_vouchers) out += voucher_line(state, voucher);
  for (const auto& [which, fund] : state.all_funds) {
    out += fmt::format("fund {} {} {} {}\n", which.first, which.second, fund.granted.to_string(kTengePlaces),
                       fund.left.to_string(kTengePlaces));
  }
  for (const Run& run : state.runs) {
    out += fmt::format("run {} {} {} {} {} {}\n", run.queue, run.day.iso(), run.given, or_dash(run.reason), run.input,
                       run.output);
  }
  return out;
}

}  // namespace esep::queue

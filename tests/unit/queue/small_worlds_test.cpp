// SPDX-License-Identifier: MIT
// Three children, two circles, two places and six events in every order: what may never be, never is.
#include <algorithm>

#include <catch2/catch.hpp>

#include "base/hash.h"
#include "world.h"

using namespace esep;
using namespace esep::queue;

namespace {

Event event_of(EventKind kind, const std::string& ref, const std::string& circle = "", const std::string& child = "") {
  Event out;
  out.kind = kind;
  out.ref = ref;
  out.circle = circle;
  out.child = child;
  out.born = *calendar::Date::parse_iso("2018-01-15");
  out.count = kind == EventKind::fund ? 2026 : 1;
  out.day = *calendar::Date::parse_iso("2026-08-03");
  out.facts = {"creative-order", "KZ-75", "R", 6, 10};
  out.amount = Decimal::from_units((kind == EventKind::fund ? 90'000 : 10'000) * Decimal::kUnit);
  return out;
}

/// One valid voucher for a place and for a child, one live application for a child, no money beyond the fund, sums that
/// add up.
void check_state(const State& state) {
  std::set<std::string> places;
  std::set<std::string> children;
  for (const Voucher& one : state.all_vouchers) {
    if (one.state != VoucherState::valid && one.state != VoucherState::used) continue;
    REQUIRE(places.insert(one.circle + "#" + std::to_string(one.place)).second);
    REQUIRE(state.queues.at(one.circle).free.count(one.place) == 0);
  }
  for (size_t i = 0; i < state.applications(); ++i) {
    const Application& one = state.all_applications[i];
    if (one.state == ApplicationState::waiting || one.state == ApplicationState::voucher)
      REQUIRE(children.insert(one.child).second);
    const auto standing = standing_of(state, i);
    REQUIRE(standing.has_value() == (one.state == ApplicationState::waiting));
    if (!standing) continue;
    int sum = standing->ahead_when_applied;
    for (const int change : standing->changes) sum += change;
    REQUIRE(sum == standing->position - 1);
    REQUIRE(standing->still_ahead >= 0);
    REQUIRE(standing->still_ahead + standing->came_back <= standing->position - 1);
  }
  for (const auto& [which, fund] : state.all_funds) REQUIRE((fund.left >= Decimal() && fund.left <= fund.granted));
}

std::string fold_all(const World& world, const std::vector<Event>& events, bool with_marks) {
  State state;
  Fold fold(world.policies(), world.calendar(), state, std::nullopt);
  auto at = calendar::Instant::parse_local("2026-08-03T08:00").value();
  const auto take = [&](Event event) {
    event.at = at;
    fold.take(event);
    check_state(state);
  };
  for (const char* circle : {"C-1", "C-2"}) take(event_of(EventKind::circle, circle));
  take(event_of(EventKind::fund, ""));
  for (const Event& event : events) {
    for (int i = 0; with_marks && i < 7; ++i) fold.pass_time({at.micros + i * 3'600'000'000LL});
    at.micros += 7 * 3'600'000'000LL;
    take(event);
  }
  fold.pass_time({at.micros + 20 * 24 * 3'600'000'000LL});
  check_state(state);
  return state_text(state);
}

}  // namespace

TEST_CASE("six events of three children in every order keep the promises of the queue, with one run or many") {
  const World world;
  const std::vector<Event> events{
      event_of(EventKind::apply, "A-1", "C-1", "k1"), event_of(EventKind::apply, "A-2", "C-1", "k2"),
      event_of(EventKind::apply, "A-3", "C-2", "k1"), event_of(EventKind::vacate, "C-1"),
      event_of(EventKind::recall, "V-0000001"),       event_of(EventKind::withdraw, "A-1"),
  };
  std::vector<size_t> order{0, 1, 2, 3, 4, 5};
  std::set<std::string> states;
  int orders = 0;
  do {
    std::vector<Event> turned;
    for (const size_t i : order) turned.push_back(events[i]);
    const std::string state = fold_all(world, turned, false);
    REQUIRE(state == fold_all(world, turned, true));
    states.insert(sha256_hex(state));
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  CHECK(orders == 720);
  CHECK(states.size() == 69);
}

TEST_CASE("a second circle with a place, a contract and an annulment, in every order") {
  const World world;
  const std::vector<Event> events{
      event_of(EventKind::apply, "A-1", "C-1", "k1"),
      event_of(EventKind::apply, "A-2", "C-2", "k2"),
      event_of(EventKind::vacate, "C-1"),
      event_of(EventKind::vacate, "C-2"),
      event_of(EventKind::contract, "V-0000001"),
      event_of(EventKind::annul, "A-2"),
  };
  std::vector<size_t> order{0, 1, 2, 3, 4, 5};
  do {
    std::vector<Event> turned;
    for (const size_t i : order) turned.push_back(events[i]);
    REQUIRE(fold_all(world, turned, false) == fold_all(world, turned, true));
  } while (std::next_permutation(order.begin(), order.end()));
}

// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"
#include "base/enum_names.h"
#include "calendar/instant.h"
#include "queue/cause.h"
#include "queue/event.h"
#include "queue/order_key.h"

/// What a state holds. docs/queues.md says what each thing is.
namespace esep::queue {

/// One arrival in a circle's queue or one departure from it.
struct Movement {
  size_t application = 0;
  OrderKey key;
  Cause cause = Cause::voucher;
  bool operator==(const Movement&) const = default;
};

struct Circle {
  CircleFacts facts;
  Decimal norm;  // tenge for a child and month
  int next_place = 1;
  bool operator==(const Circle&) const = default;
};

enum class ApplicationState {
  waiting,
  voucher,
  placed,
  withdrawn,
  annulled,
  expired,
  not_confirmed,
  outgrown,
  recalled,
};
inline constexpr EnumNames<ApplicationState, 9> kApplicationStateNames{{
    {ApplicationState::waiting, "waiting"},
    {ApplicationState::voucher, "voucher"},
    {ApplicationState::placed, "placed"},
    {ApplicationState::withdrawn, "withdrawn"},
    {ApplicationState::annulled, "annulled"},
    {ApplicationState::expired, "expired"},
    {ApplicationState::not_confirmed, "not_confirmed"},
    {ApplicationState::outgrown, "outgrown"},
    {ApplicationState::recalled, "recalled"},
}};

struct Application {
  std::string id;
  std::string circle;
  std::string child;
  std::string group;  // of its queue when it came: what the unique indices of a store are about
  std::string priority;
  int64_t number = 0;
  calendar::Date outgrows;  // first day past the age limit
  ApplicationState state = ApplicationState::waiting;
  OrderKey key;
  calendar::Instant since;  // when it came, or came back to the end
  int ahead_when_applied = 0;
  size_t first_movement = 0;  // of the circle, behind its own arrival at `since`
  calendar::Instant confirmed;
  std::optional<size_t> voucher;  // the last one, unless it was recalled
  bool operator==(const Application&) const = default;
};

enum class VoucherState { valid, used, expired, recalled, withdrawn, annulled };
inline constexpr EnumNames<VoucherState, 6> kVoucherStateNames{{
    {VoucherState::valid, "valid"},
    {VoucherState::used, "used"},
    {VoucherState::expired, "expired"},
    {VoucherState::recalled, "recalled"},
    {VoucherState::withdrawn, "withdrawn"},
    {VoucherState::annulled, "annulled"},
}};

struct Voucher {
  std::string id;
  size_t application = 0;
  std::string circle;
  int place = 0;
  calendar::Date issued;
  std::optional<calendar::Date> valid_until;
  std::optional<calendar::Instant> expires;
  int months = 0;
  Decimal norm;
  Decimal amount;
  VoucherState state = VoucherState::valid;
  std::optional<calendar::Instant> ended;  // of a used one: when the contract was made
  bool operator==(const Voucher&) const = default;
};

struct Fund {
  Decimal granted;
  Decimal left;
  bool operator==(const Fund&) const = default;
};

/// Restrictive measures (p. 12).
struct Restriction {
  std::string region;  // empty: everywhere
  calendar::Instant from;
  std::optional<calendar::Instant> to;
  /// Whether it is of that region; without `by_region` those of any region are.
  [[nodiscard]] bool concerns(const std::string& where, bool by_region) const {
    return region.empty() || region == where || !by_region;
  }
  bool operator==(const Restriction&) const = default;
};

/// The record of a day's run.
struct Run {
  std::string queue;
  calendar::Date day;
  int given = 0;
  std::string reason;   // why nothing was given; empty if something was
  std::string input;    // SHA-256 of what it read
  std::string output;   // and of what it made
  std::string edition;  // of the policy
  bool operator==(const Run&) const = default;
};

/// "V-0000001" for index 0.
[[nodiscard]] std::string voucher_id(size_t index);

}  // namespace esep::queue

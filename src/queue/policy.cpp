// SPDX-License-Identifier: MIT
#include "queue/policy.h"

#include <algorithm>

namespace esep::queue {

using calendar::Date;

namespace {

constexpr int kMinutesOfDay = 24 * 60;
constexpr int kMonths = 12;
constexpr int kLastOfFebruary = 228;

Date dated(int year, int month_day) {
  return Date::from_ymd(year, static_cast<unsigned>(month_day / 100), static_cast<unsigned>(month_day % 100)).value();
}

}  // namespace

const std::array<SwitchWords, kSwitches>& switch_words() {
  static constexpr std::array<SwitchWords, kSwitches> kWords{{
      {Switch::money_short, "money_short", {"one_order", "by_circle"}},
      {Switch::priority_overtakes, "priority_overtakes", {"yes", "no"}},
      {Switch::equal_times, "equal_times", {"number", "lot"}},
      {Switch::returned_stands, "returned_stands", {"old_time", "end"}},
      {Switch::recalled_place, "recalled_place", {"gone", "free"}},
      {Switch::parents_apply_while_stopped, "parents_apply_while_stopped", {"yes", "no"}},
      {Switch::voucher_holder_applies, "voucher_holder_applies", {"no", "yes"}},
      {Switch::season_opens, "season_opens", {"first_working_day", "first_day"}},
      {Switch::voucher_outlives_season, "voucher_outlives_season", {"yes", "no"}},
      {Switch::last_day_ends, "last_day_ends", {"midnight", "run"}},
      {Switch::amount_from, "amount_from", {"next_month", "this_month"}},
      {Switch::leap_day, "leap_day", {"yes", "no"}},
      {Switch::waiting_measured_on, "waiting_measured_on", {"first_day", "last_day"}},
      {Switch::restricted_time_counts, "restricted_time_counts", {"yes", "no"}},
      {Switch::stop_by_region, "stop_by_region", {"yes", "no"}},
      {Switch::outgrown, "outgrown", {"leaves", "stays"}},
  }};
  return kWords;
}

Date birthday(Date born, int age) {
  const auto same = Date::from_ymd(born.year() + age, born.month(), born.day());
  return same ? *same : Date::from_ymd(born.year() + age, 3, 1).value();
}

Date plus_months(Date date, int months) {
  const int count = date.year() * kMonths + static_cast<int>(date.month()) - 1 + months;
  const Date first = Date::from_ymd(count / kMonths, static_cast<unsigned>(count % kMonths) + 1, 1).value();
  return std::min(first.plus_days(static_cast<int>(date.day()) - 1), first.end_of_month());
}

std::string paragraph_of(const Policy& policy, Cause cause) {
  switch (cause) {
    case Cause::voucher:
      return policy.paragraph(Rule::run);
    case Cause::withdrawn:
    case Cause::annulled:
      return policy.paragraph(Rule::one_application);
    case Cause::not_confirmed:
      return policy.paragraph(Rule::confirmation);
    case Cause::outgrown:
      return policy.reading(Switch::outgrown).paragraph;
    case Cause::returned:
      return policy.reading(Switch::returned_stands).paragraph;
    case Cause::priority:
      return policy.paragraph(Rule::order);
    case Cause::other:
      return {};
  }
  return {};
}

std::string paragraph_of_nothing(const Policy& policy, std::string_view reason) {
  if (reason == "season") return policy.paragraph(Rule::season);
  if (reason == "restriction") return policy.paragraph(Rule::restriction);
  return reason.empty() || reason == "nobody" ? std::string() : policy.paragraph(Rule::run);
}

int Policy::rank_of(std::string_view priority) const {
  if (priority.empty()) return static_cast<int>(priorities.size());
  const auto at =
      std::find_if(priorities.begin(), priorities.end(), [&](const auto& one) { return one.id == priority; });
  return at == priorities.end() ? -1 : static_cast<int>(at - priorities.begin());
}

bool Policy::in_season(Date day, const calendar::WorkingDays& calendar) const {
  if (!season) return true;
  Date opens = dated(day.year(), season->from_month_day);
  if (ours(Switch::season_opens)) opens = calendar.next_working(opens);
  return opens <= day && day <= dated(day.year(), season->to_month_day);
}

std::optional<Date> Policy::valid_until(Date issued, const calendar::WorkingDays& calendar) const {
  if (voucher_days == 0) return std::nullopt;
  const Date last = calendar.add_working(issued, voucher_days);
  if (!season || ours(Switch::voucher_outlives_season)) return last;
  return std::min(last, dated(issued.year(), season->to_month_day));
}

calendar::Instant Policy::end_of(Date last_day, Date issued) const {
  const bool at_midnight = ours(Switch::last_day_ends) || last_day == issued;
  return calendar::Instant::at(last_day, at_midnight ? kMinutesOfDay : run_minute);
}

int Policy::months_paid(Date issued) const {
  if (!money) return 0;
  return (ours(Switch::amount_from) ? kMonths : kMonths + 1) - static_cast<int>(issued.month());
}

std::vector<Policy::Window> Policy::windows(int year) const {
  std::vector<Window> out;
  for (const DaysOfYear& days : confirmation.windows) {
    Date last = dated(year, days.to_month_day);
    const bool leap_day_follows = days.to_month_day == kLastOfFebruary && last.end_of_month() != last;
    if (leap_day_follows && ours(Switch::leap_day)) last = last.end_of_month();
    out.push_back({dated(year, days.from_month_day), last});
  }
  return out;
}

void PolicyBook::add(Policy policy) {
  auto& editions = editions_[policy.queue];
  editions.insert_or_assign(policy.from, std::move(policy));
}

const Policy& PolicyBook::in_force(const std::string& queue, Date day) const {
  const auto& editions = editions_.at(queue);
  const auto later = editions.upper_bound(day);
  return later == editions.begin() ? later->second : std::prev(later)->second;
}

std::vector<std::string> PolicyBook::queues() const {
  std::vector<std::string> out;
  for (const auto& [queue, editions] : editions_) out.push_back(queue);
  return out;
}

}  // namespace esep::queue

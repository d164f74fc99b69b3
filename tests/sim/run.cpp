// SPDX-License-Identifier: MIT
#include "sim/run.h"

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "sim/compare.h"
#include "sim/deeds.h"
#include "sim/small_data.h"

namespace esep::sim {
namespace {

const Deed& some_deed(Dice& dice, bool between) {
  int all = 0;
  for (const Deed& deed : all_deeds()) all += !between || deed.between ? deed.weight : 0;
  int at = static_cast<int>(dice.below(static_cast<uint64_t>(all)));
  for (const Deed& deed : all_deeds()) {
    if (between && !deed.between) continue;
    at -= deed.weight;
    if (at < 0) return deed;
  }
  return all_deeds().front();
}

// The day of a step; the minute is its own, so that the history tells the steps apart.
calendar::LocalTime time_of(int step) {
  const int day = day_of(kFirstYear, 1, 15) + (step - 1) * 365 / kStepsAYear;
  return {calendar::Date::from_days(std::min(day, day_of(kLastYear, 12, 20))), 480 + step % 600};
}

void trouble(Office& office, Dice& dice) {
  switch (dice.below(4)) {
    case 0:
      return office.power_cut();
    case 1:
      return office.close_all();
    case 2:  // somebody sets the computer's clock wrong, or right again
      return office.set_clock_error(static_cast<int>(dice.below(9)) - 5);
    default:
      return office.set_clock_error(0);
  }
}

void look_at(Office& office, Dice& dice, int step) {
  if (step % 50 == 0) compare(office);
  if (step % 100 == 0) {
    const std::string month = month_before(office, 1 + static_cast<int>(dice.below(5)));
    if (month >= "2024-01") compare_status(office, month);
  }
  if (step % kStepsAYear == 0) examine(office);
}

void take(Office& office, const Plan& plan, int step) {
  office.begin_step(static_cast<uint64_t>(step), time_of(step));
  Dice& dice = office.dice();
  if (plan.faults && dice.chance(2)) trouble(office, dice);
  office.set_storm(plan.faults && dice.chance(25) ? 5 + static_cast<int>(dice.below(100)) : 0);
  const Deed& deed = some_deed(dice, false);
  if (deed.between && dice.chance(8)) office.set_between([&office] { some_deed(office.dice(), true).act(office); });
  deed.act(office);
  office.set_between({});
  look_at(office, dice, step);
}

}  // namespace

Plan Plan::whole(uint64_t seed) {
  Plan out;
  out.seed = seed;
  for (int step = 1; step <= kSteps; ++step) out.steps.push_back(step);
  return out;
}

Life live(const Plan& plan) {
  static const SmallData kData;
  Life out;
  FaultyVfs disk;
  disk.arm(0, FaultyVfs::Mode::once);
  Office office(plan.seed, disk, kData.library());
  office.liar = plan.liar;
  try {
    for (const int step : plan.steps) {
      out.last_step = step;
      take(office, plan, step);
    }
    (void)office.calm_engine();  // migrates the register where no step did
    compare(office);
    examine(office);
  } catch (const Wrong& wrong) {
    out.wrong = wrong.what();
  } catch (const Error& error) {
    out.wrong = "not expected here: " + error.message().key;
  }
  out.answered = office.answered;
  out.refused = office.refused;
  out.faults = office.faults;
  out.power_cuts = office.power_cuts;
  out.between = office.between;
  return out;
}

Plan shrunk(Plan plan, int last_step, int lives) {
  std::erase_if(plan.steps, [&](int step) { return step > last_step; });
  size_t part = std::max<size_t>(1, plan.steps.size() / 2);
  while (lives > 0 && part > 0) {
    bool less = false;
    for (size_t from = 0; from < plan.steps.size() && lives > 0; --lives) {
      Plan tried = plan;
      const auto begin = tried.steps.begin() + static_cast<std::ptrdiff_t>(from);
      tried.steps.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(part, tried.steps.size() - from)));
      if (live(tried).wrong) {
        plan = std::move(tried);
        less = true;
      } else {
        from += part;
      }
    }
    if (!less || part > 1) part /= 2;
  }
  return plan;
}

std::string steps_text(const std::vector<int>& steps) {
  std::string out;
  for (size_t i = 0; i < steps.size();) {
    size_t last = i;
    while (last + 1 < steps.size() && steps[last + 1] == steps[last] + 1) ++last;
    if (!out.empty()) out += ',';
    out += std::to_string(steps[i]);
    if (last > i) out += "-" + std::to_string(steps[last]);
    i = last + 1;
  }
  return out;
}

std::vector<int> steps_from(const std::string& text) {
  std::vector<int> out;
  std::istringstream in(text);
  std::string one;
  while (std::getline(in, one, ',')) {
    const size_t dash = one.find('-');
    const int first = std::stoi(one);
    const int last = dash == std::string::npos ? first : std::stoi(one.substr(dash + 1));
    for (int step = first; step <= last; ++step) out.push_back(step);
  }
  return out;
}

}  // namespace esep::sim

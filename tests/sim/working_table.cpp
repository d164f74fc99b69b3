// SPDX-License-Identifier: MIT
#include "sim/working_table.h"

#include <array>
#include <fstream>
#include <stdexcept>

namespace esep::sim {
namespace {

bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays.at(static_cast<std::size_t>(month - 1)) + (month == 2 && leap(year) ? 1 : 0);
}

bool weekend(Day day) {
  const int weekday = (day + 3) % 7;  // 1970-01-01 was a Thursday; 0 is Monday
  return weekday >= 5;
}

}  // namespace

Day day_of(int year, int month, int day) {
  Day days = 0;
  for (int y = 1970; y < year; ++y) {
    days += leap(y) ? 366 : 365;
  }
  for (int m = 1; m < month; ++m) {
    days += days_in(year, m);
  }
  return days + day - 1;
}

Day day_of(std::string_view iso) {
  const std::string text(iso);
  return day_of(std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2)));
}

std::string iso_of(Day day) {
  int year = 1970;
  for (; day >= (leap(year) ? 366 : 365); ++year) {
    day -= leap(year) ? 366 : 365;
  }
  int month = 1;
  for (; day >= days_in(year, month); ++month) {
    day -= days_in(year, month);
  }
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(month) + "-" + two(day + 1);
}

WorkingTable::WorkingTable(const std::string& csv_file) {
  std::ifstream file(csv_file);
  std::string line;
  std::getline(file, line);  // the names of the columns
  while (std::getline(file, line)) {
    if (line.empty()) {
      continue;
    }
    const Day day = day_of(line);
    const std::string kind = line.substr(11, line.find(',', 11) - 11);
    if (kind == "working_weekend") {
      worked_weekends_.insert(day);
    } else if (kind == "public_holiday" || kind == "observed" || kind == "weekend_moved_off") {
      days_off_.insert(day);
    } else {
      throw std::runtime_error(csv_file + ": " + line);
    }
  }
  if (days_off_.empty()) {
    throw std::runtime_error(csv_file + ": no day off");
  }
}

bool WorkingTable::working(Day day) const {
  if (worked_weekends_.contains(day)) {
    return true;
  }
  return !weekend(day) && !days_off_.contains(day);
}

Day WorkingTable::working_on_or_after(Day day) const {
  while (!working(day)) {
    ++day;
  }
  return day;
}

Day WorkingTable::working_days_after(Day day, int count) const {
  while (count > 0) {
    ++day;
    if (working(day)) {
      --count;
    }
  }
  return day;
}

int WorkingTable::days_late(Day due, Day received) const {
  if (received <= due) {
    return 0;
  }
  const Day counted = working_on_or_after(received);
  int days = 0;
  for (Day day = due + 1; day <= counted; ++day) {
    days += working(day) ? 1 : 0;
  }
  return days;
}

void WorkingTable::turn_over(Day day) {
  if (working(day)) {
    worked_weekends_.erase(day);
    days_off_.insert(day);
  } else {
    days_off_.erase(day);
    worked_weekends_.insert(day);
  }
}

}  // namespace esep::sim

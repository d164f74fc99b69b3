// SPDX-License-Identifier: MIT
#include "intake/iso_date.h"

#include "calendar/date.h"
#include "intake/number_text.h"

namespace esep::intake {
namespace {

constexpr int kEpoch1900 = -25569;      // 1899-12-30: right for every day after the phantom 1900-02-29
constexpr int kFirstAfterPhantom = 61;  // 1900-03-01
constexpr int kEpoch1904 = -24107;      // 1904-01-01 is day 0
constexpr int64_t kDaySeconds = 86400;

// "14" at the front of `text`, up to `limit`.
std::optional<int> two_digits(std::string_view& text, int limit) {
  if (text.size() < 2 || text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9') return std::nullopt;
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  text.remove_prefix(2);
  if (value > limit) return std::nullopt;
  return value;
}

bool take_char(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// Nothing, `Z`, `+05`, `+0500` or `+05:00`.
bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return true;
  if (!take_char(text, '+') && !take_char(text, '-')) return false;
  constexpr int kLastHour = 14;
  if (!two_digits(text, kLastHour)) return false;
  if (text.empty()) return true;
  take_char(text, ':');
  return two_digits(text, 59).has_value() && text.empty();
}

// Seconds of the day; fractions of a second are dropped.
std::optional<int> read_time(std::string_view text) {
  const auto hour = two_digits(text, 23);
  if (!hour || !take_char(text, ':')) return std::nullopt;
  const auto minute = two_digits(text, 59);
  if (!minute) return std::nullopt;
  int second = 0;
  if (take_char(text, ':')) {
    const auto given = two_digits(text, 59);
    if (!given) return std::nullopt;
    second = *given;
    if (take_char(text, '.')) {
      while (!text.empty() && text.front() >= '0' && text.front() <= '9') text.remove_prefix(1);
    }
  }
  if (!is_zone(text)) return std::nullopt;
  return *hour * 3600 + *minute * 60 + second;
}

// seconds / 86400 as a decimal fraction with its leading point; twelve places are far below a second.
std::string day_fraction(int seconds) {
  std::string out = ".";
  int64_t rest = seconds;
  for (int place = 0; place < 12; ++place) {
    rest *= 10;
    out += static_cast<char>('0' + rest / kDaySeconds);
    rest %= kDaySeconds;
  }
  return out;
}

std::string fraction_text(int seconds) { return canonical_number_text("0" + day_fraction(seconds)).value_or("0"); }

}  // namespace

std::optional<SerialMoment> serial_from_iso(std::string_view iso, report::DateSystem dates) {
  constexpr size_t kDateLength = 10;
  std::string_view bare = iso;
  take_char(bare, 'T');
  if (const auto time = read_time(bare)) return SerialMoment{fraction_text(*time), *time > 0, false};
  const auto date = calendar::Date::parse_iso(iso.substr(0, kDateLength));
  if (!date) return std::nullopt;
  int seconds = 0;
  if (iso.size() > kDateLength) {
    if (iso[kDateLength] != 'T') return std::nullopt;
    const auto time = read_time(iso.substr(kDateLength + 1));
    if (!time) return std::nullopt;
    seconds = *time;
  }
  const bool from_1904 = dates == report::DateSystem::from_1904;
  int serial = date->days() - (from_1904 ? kEpoch1904 : kEpoch1900);
  if (!from_1904 && serial < kFirstAfterPhantom) --serial;
  if (serial < (from_1904 ? 0 : 1)) return std::nullopt;
  std::string text = std::to_string(serial);
  if (seconds > 0) text = canonical_number_text(text + day_fraction(seconds)).value_or(text);
  return SerialMoment{std::move(text), seconds > 0, true};
}

}  // namespace esep::intake

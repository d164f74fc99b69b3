// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "calendar/date.h"
#include "calendar/instant.h"
#include "calendar/period.h"
#include "cli/arguments.h"

/// Options with typed values. An absent option is nullopt, or Error CLI-MISSING-OPTION (usage) if it is required.
namespace esep::cli {

/// A day alone. Error CLI-BAD-DATE, CLI-DAY-WITH-HOUR; of every option CLI-LETTER-FOR-DIGIT too: «2О26» (usage).
[[nodiscard]] std::optional<calendar::Date> date_option(const Arguments& arguments, const std::string& name);
[[nodiscard]] calendar::Date required_date(const Arguments& arguments, const std::string& name);
/// Error CLI-BAD-DATE (usage).
[[nodiscard]] std::optional<calendar::LocalTime> time_option(const Arguments& arguments, const std::string& name);
/// Local time to the microsecond, or as a person types it with the hour. Error CLI-BAD-TIME (usage).
[[nodiscard]] std::optional<calendar::Instant> instant_option(const Arguments& arguments, const std::string& name);
/// The moment up to which an answer counts: such a time, or a day, which is its end. Error CLI-BAD-DATE (usage).
[[nodiscard]] std::optional<calendar::Instant> as_of_option(const Arguments& arguments, const std::string& name);
/// The time that a person typed: `2026-11-18T16:05`, «18.11.2026 16:05», a day; «24:00» is the end of its day. nullopt:
/// it is none.
[[nodiscard]] std::optional<calendar::LocalTime> typed_time(const std::string& text);

/// Error CLI-BAD-PERIOD (usage).
[[nodiscard]] std::optional<calendar::Period> period_option(const Arguments& arguments, const std::string& name);
[[nodiscard]] calendar::Period required_period(const Arguments& arguments, const std::string& name);
/// Error CLI-BAD-VALUE (usage): `option` cannot be `value`, with the known values and the one that was probably meant.
[[noreturn]] void refuse_value(const std::string& option, const std::string& value,
                               const std::vector<std::string>& known);
/// A number of at least 1. Error CLI-BAD-NUMBER (usage).
[[nodiscard]] std::optional<int> number_option(const Arguments& arguments, const std::string& name);

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#pragma once

#include "sim/model.h"

/// The small office: its people, its bodies, its forms. Files of the overlay of its workspace.
namespace esep::sim {

inline constexpr const char* kSpending = "spending";       // money, monthly, of each body
inline constexpr const char* kTotal = "spending-total";    // composed of it
inline constexpr const char* kGrant = "tied-grant-usage";  // the shipped form
inline constexpr const char* kCollector = "qarzhy";        // owes the composed report
inline constexpr int kFirstYear = 2024;
inline constexpr int kLastYear = 2027;

/// Codes of data/organisations.csv.
[[nodiscard]] const std::vector<std::string>& bodies();

/// A grant of tests/samples/tied-grants/grants.csv.
struct Grant {
  std::string code;
  std::string body;
  std::string first;  // month, `2025-12`
  std::string last;
};
[[nodiscard]] const std::vector<Grant>& grants();

[[nodiscard]] std::vector<Person> staff();
/// WS/esep.toml with the staff.
[[nodiscard]] std::string settings_text();
[[nodiscard]] std::string spending_form();
[[nodiscard]] std::string total_form();

}  // namespace esep::sim

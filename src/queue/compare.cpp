// SPDX-License-Identifier: MIT
#include "queue/compare.h"

#include <algorithm>
#include <set>

namespace esep::queue {
namespace {

bool same_circle(const Book& a, const Book& b, const std::string& code) {
  const auto here = a.circle(code);
  return here && here == b.circle(code) && a.free_places(code) == b.free_places(code) &&
         a.movements_from(code, 0) == b.movements_from(code, 0);
}

}  // namespace

std::vector<std::string> differences(const Book& a, const Book& b) {
  std::vector<std::string> out;
  const auto add = [&](const char* kind, const std::string& which) { out.push_back(kind + which); };
  std::set<std::string> codes;
  for (const Book* book : {&a, &b}) {
    for (const std::string& code : book->circles()) codes.insert(code);
  }
  for (const std::string& code : codes) {
    if (!same_circle(a, b, code)) add("circle ", code);
  }
  for (size_t i = 0; i < std::max(a.applications(), b.applications()); ++i) {
    const bool both = i < a.applications() && i < b.applications();
    if (!both || a.application(i) != b.application(i)) add("application ", std::to_string(i + 1));
  }
  for (size_t i = 0; i < std::max(a.vouchers(), b.vouchers()); ++i) {
    const bool both = i < a.vouchers() && i < b.vouchers();
    if (!both || a.voucher(i) != b.voucher(i)) add("voucher ", std::to_string(i + 1));
  }
  auto funds = a.funds();
  funds.merge(b.funds());
  for (const auto& [which, fund] : funds) {
    if (a.fund(which) != b.fund(which)) add("fund ", which.first + " " + std::to_string(which.second));
  }
  const auto here = a.restrictions();
  const auto there = b.restrictions();
  for (size_t i = 0; i < std::max(here.size(), there.size()); ++i) {
    if (i >= here.size() || i >= there.size() || here[i] != there[i]) add("restriction ", std::to_string(i + 1));
  }
  return out;
}

}  // namespace esep::queue

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
  const auto compare = [&](const char* kind, size_t count, size_t other, const auto& same) {
    for (size_t i = 0; i < std::max(count, other); ++i) {
      if (i >= std::min(count, other) || !same(i)) add(kind, std::to_string(i + 1));
    }
  };
  compare("application ", a.applications(), b.applications(),
          [&](size_t i) { return a.application(i) == b.application(i); });
  compare("voucher ", a.vouchers(), b.vouchers(), [&](size_t i) { return a.voucher(i) == b.voucher(i); });
  auto funds = a.funds();
  funds.merge(b.funds());
  for (const auto& [which, fund] : funds) {
    if (a.fund(which) != b.fund(which)) add("fund ", which.first + " " + std::to_string(which.second));
  }
  const auto here = a.restrictions();
  const auto there = b.restrictions();
  compare("restriction ", here.size(), there.size(), [&](size_t i) { return here[i] == there[i]; });
  return out;
}

}  // namespace esep::queue

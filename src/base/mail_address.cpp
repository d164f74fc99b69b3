// SPDX-License-Identifier: MIT
#include "base/mail_address.h"

#include <algorithm>

#include "base/text.h"

namespace esep {

bool is_mail_address(std::string_view text) {
  constexpr std::string_view kMarks = ".!#$%&'*+/=?^_`{|}~-";
  const auto letter = [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto good = [&](std::string_view part, std::string_view marks) {
    const bool characters = std::all_of(part.begin(), part.end(),
                                        [&](char c) { return letter(c) || marks.find(c) != std::string_view::npos; });
    return !part.empty() && characters && part.front() != '.' && part.back() != '.' &&
           part.find("..") == std::string_view::npos;
  };
  const size_t at = text.find('@');
  if (at == std::string_view::npos || text.size() > 254 || at > 64) return false;
  const std::string_view host = text.substr(at + 1);
  return good(text.substr(0, at), kMarks) && good(host, ".-") && host.find('.') != std::string_view::npos;
}

std::vector<std::string> mail_parts(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(",; \t\r\n"), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> mail_addresses(std::string_view text) {
  std::vector<std::string> out;
  for (std::string& one : mail_parts(text)) {
    if (is_mail_address(one) && std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace esep

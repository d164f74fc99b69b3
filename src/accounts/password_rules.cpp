// SPDX-License-Identifier: MIT
#include "accounts/password_rules.h"

#include "base/text.h"
#include "base/utf8.h"

namespace esep::accounts {
namespace {

constexpr size_t kFewest = 12;
constexpr size_t kMost = 200;

std::u32string letters_of(const std::string& text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) out += next_code_point(text, at);
  return out;
}

bool is_sign_or_digit(char32_t c) { return c < 0x80 && !((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')); }

/// Without digits and signs at both ends.
std::string core_of(const std::string& folded) {
  std::u32string text = letters_of(folded);
  while (!text.empty() && is_sign_or_digit(text.back())) text.pop_back();
  const auto first = std::find_if_not(text.begin(), text.end(), is_sign_or_digit);
  std::string out;
  for (auto at = first; at != text.end(); ++at) append_code_point(out, *at);
  return out;
}

/// "aaaaaaaaaaaa", "abcabcabcabc", "123456789012", "жзийклмнопрс".
bool is_pattern(const std::u32string& text) {
  for (size_t period = 1; period <= 4; ++period) {
    bool repeats = true;
    for (size_t i = period; i < text.size(); ++i) repeats = repeats && text[i] == text[i - period];
    if (repeats) return true;
  }
  size_t counts = 0;
  for (size_t i = 1; i < text.size(); ++i) {
    const auto step = static_cast<int64_t>(text[i]) - static_cast<int64_t>(text[i - 1]);
    counts += step == 1 || step == -1 || step == 9 || step == -9 ? 1 : 0;  // 9 follows 0
  }
  return counts + 2 >= text.size();
}

}  // namespace

Message password_refusal(const std::string& password, const Account& account, const std::set<std::string>& common) {
  const std::u32string text = letters_of(scrub_utf8(password));
  if (text.size() < kFewest) return Message("PASSWORD-SHORT", {{"least", std::to_string(kFewest)}});
  if (text.size() > kMost) return Message("PASSWORD-LONG", {{"most", std::to_string(kMost)}});
  const std::string folded = fold_case(scrub_utf8(password));
  const std::string core = core_of(folded);
  if (core.empty() || common.contains(folded) || common.contains(core) || is_pattern(text))
    return Message("PASSWORD-COMMON");
  for (const std::string& own : {fold_case(account.login), fold_case(account.name)})
    if (!own.empty() && (core == own || folded == own + own)) return Message("PASSWORD-NAME");
  return {};
}

}  // namespace esep::accounts

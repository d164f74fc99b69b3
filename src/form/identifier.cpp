// SPDX-License-Identifier: MIT
#include "form/identifier.h"

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace esep::form {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
int digit(std::string_view text, size_t at) { return text[at] - '0'; }
int two_digits(std::string_view text, size_t at) { return digit(text, at) * 10 + digit(text, at + 1); }

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// Cyrillic letters are the commonest slip in codes that are Latin by their standard.
std::optional<Message> look_alikes(std::string_view text) {
  std::string letters;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t cp = next_code_point(text, pos);
    if (cp >= 0x400 && cp <= 0x52F) append_code_point(letters, cp);
  }
  if (letters.empty()) return std::nullopt;
  return Message("IDENT-LOOK-ALIKE", {{"letters", letters}, {"suggestion", upper(fold_look_alikes(text))}});
}

std::optional<Message> twelve_digits(std::string_view text) {
  if (text.size() == 12 && text.find_first_not_of("0123456789") == std::string_view::npos) return std::nullopt;
  return Message("IDENT-TWELVE-DIGITS", {{"length", std::to_string(count_code_points(text))}});
}

// Weights 1…11; where that gives 10, weights 3…11, 1, 2; where that gives 10 again the number is never issued.
std::optional<int> check_digit(std::string_view digits) {
  for (const int shift : {0, 2}) {
    int sum = 0;
    for (int i = 0; i < 11; ++i) sum += digit(digits, static_cast<size_t>(i)) * ((i + shift) % 11 + 1);
    if (sum % 11 != 10) return sum % 11;
  }
  return std::nullopt;
}

std::optional<Message> wrong_check_digit(std::string_view text) {
  const auto expected = check_digit(text);
  if (expected && *expected == digit(text, 11)) return std::nullopt;
  return Message("IDENT-CHECK-DIGIT");
}

// ЖСН: YYMMDD, then century and sex 1–6.
std::optional<Message> check_iin(std::string_view text) {
  if (auto problem = twelve_digits(text)) return problem;
  const int century = digit(text, 6);
  if (century < 1 || century > 6) return Message("IDENT-IIN-CENTURY");
  const int year = 1800 + (century - 1) / 2 * 100 + two_digits(text, 0);
  const auto birth = calendar::Date::from_ymd(year, static_cast<unsigned>(two_digits(text, 2)), static_cast<unsigned>(two_digits(text, 4)));
  if (!birth) return Message("IDENT-IIN-DATE");
  return wrong_check_digit(text);
}

// БСН: YYMM of registration, kind of body 4–6, kind of unit 0–3.
std::optional<Message> check_bin(std::string_view text) {
  if (auto problem = twelve_digits(text)) return problem;
  const int month = two_digits(text, 2);
  if (month < 1 || month > 12) return Message("IDENT-BIN-MONTH");
  if (digit(text, 4) < 4 || digit(text, 4) > 6 || digit(text, 5) > 3) return Message("IDENT-BIN-KIND");
  return wrong_check_digit(text);
}

std::optional<Message> check_bic(std::string_view text) {
  if (auto problem = look_alikes(text)) return problem;
  const std::string code = upper(text);
  bool good = code.size() == 8 || code.size() == 11;
  for (size_t i = 0; good && i < code.size(); ++i) good = i < 6 ? is_upper(code[i]) : (is_upper(code[i]) || is_digit(code[i]));
  if (!good) return Message("IDENT-BIC");
  return std::nullopt;
}

std::optional<Message> check_vin(std::string_view text) {
  if (auto problem = look_alikes(text)) return problem;
  const std::string code = upper(text);
  if (code.size() != 17) return Message("IDENT-VIN-LENGTH", {{"length", std::to_string(count_code_points(text))}});
  for (const char c : code) {
    if (c == 'I' || c == 'O' || c == 'Q' || !(is_upper(c) || is_digit(c))) {
      return Message("IDENT-VIN-LETTER", {{"letters", std::string(1, c)}});
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Message> check_identifier(ColumnType type, std::string_view text) {
  switch (type) {
    case ColumnType::iin: return check_iin(text);
    case ColumnType::bin: return check_bin(text);
    case ColumnType::bic: return check_bic(text);
    case ColumnType::vin: return check_vin(text);
    default: return std::nullopt;
  }
}

std::optional<Message> check_url(std::string_view text) {
  std::string_view rest = text;
  const bool scheme = rest.starts_with("https://") || rest.starts_with("http://");
  if (!scheme) return Message("IDENT-URL-SCHEME");
  rest.remove_prefix(rest.find("//") + 2);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
  const bool plain = text.find_first_of(" \t\r\n<>\"") == std::string_view::npos && rest.find('@') == std::string_view::npos;
  if (!plain || host.find('.') == std::string_view::npos || host.starts_with('.') || host.ends_with('.')) return Message("IDENT-URL-HOST");
  return std::nullopt;
}

}  // namespace esep::form

// SPDX-License-Identifier: MIT
#include "form/identifier.h"

#include <algorithm>

#include "base/letters_for_digits.h"
#include "base/text.h"
#include "base/utf8.h"

namespace esep::form {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
int digit(std::string_view text, size_t at) { return text[at] - '0'; }
int two_digits(std::string_view text, size_t at) { return digit(text, at) * 10 + digit(text, at + 1); }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The Cyrillic letters in a code that its standard makes Latin, the most frequent mistake. There is a suggestion only
// if each has a Latin look-alike.
std::optional<Message> look_alikes(std::string_view text, bool is_vin) {
  std::string letters;
  for (size_t pos = 0; pos < text.size();) {
    const char32_t cp = next_code_point(text, pos);
    if (cp >= 0x400 && cp <= 0x52F) append_code_point(letters, cp);
  }
  std::string suggestion = ascii_upper(fold_look_alikes(text));
  if (letters.empty() || !is_ascii(suggestion)) return std::nullopt;
  // A VIN has neither O nor I, so a letter that looks like them is a digit.
  if (is_vin) {
    std::replace(suggestion.begin(), suggestion.end(), 'O', '0');
    std::replace(suggestion.begin(), suggestion.end(), 'I', '1');
  }
  return Message("IDENT-LOOK-ALIKE", {{"letters", letters}, {"suggestion", suggestion}});
}

bool is_twelve_digits(std::string_view text) {
  return text.size() == 12 && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<Message> twelve_digits(std::string_view text) {
  if (is_twelve_digits(text)) return std::nullopt;
  const auto meant = letters_for_digits(text);
  if (meant && is_twelve_digits(meant->suggestion))
    return Message("IDENT-LETTER-FOR-DIGIT", {{"letters", meant->letters}, {"suggestion", meant->suggestion}});
  return Message("IDENT-TWELVE-DIGITS", {{"length", std::to_string(count_code_points(text))}});
}

// Weights 1…11. If the result is 10, weights 3…11, 1, 2. If it is 10 again, the number is never issued.
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
  const auto birth = calendar::Date::from_ymd(year, static_cast<unsigned>(two_digits(text, 2)),
                                              static_cast<unsigned>(two_digits(text, 4)));
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
  if (auto problem = look_alikes(text, false)) return problem;
  const std::string code = ascii_upper(text);
  bool good = code.size() == 8 || code.size() == 11;
  for (size_t i = 0; good && i < code.size(); ++i) good = is_upper(code[i]) || (i >= 6 && is_digit(code[i]));
  if (!good) return Message("IDENT-BIC");
  return std::nullopt;
}

std::optional<Message> check_vin(std::string_view text) {
  if (auto problem = look_alikes(text, true)) return problem;
  const size_t length = count_code_points(text);
  if (length != 17) return Message("IDENT-VIN-LENGTH", {{"length", std::to_string(length)}});
  for (size_t pos = 0; pos < text.size();) {
    const size_t from = pos;
    const char32_t cp = next_code_point(text, pos);
    const std::string letter = ascii_upper(text.substr(from, pos - from));
    const bool allowed =
        cp < 0x80 && (is_upper(letter[0]) || is_digit(letter[0])) && letter != "I" && letter != "O" && letter != "Q";
    if (!allowed) return Message("IDENT-VIN-LETTER", {{"letters", letter}});
  }
  return std::nullopt;
}

bool is_url_breaker(char32_t cp) {
  const bool space = cp <= 0x20 || cp == 0x7F || cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200F) || cp == 0x2028 ||
                     cp == 0x2029 || cp == 0x202F || cp == 0x3000 || cp == 0xFEFF;
  return space || cp == U'<' || cp == U'>' || cp == U'"';
}

bool has_url_breaker(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    if (is_url_breaker(next_code_point(text, pos))) return true;
  }
  return false;
}

// host or host:port; the host has at least one dot and no empty label.
bool is_authority(std::string_view authority) {
  const size_t colon = authority.find(':');
  const std::string_view host = authority.substr(0, colon);
  if (colon != std::string_view::npos) {
    const std::string_view port = authority.substr(colon + 1);
    if (port.empty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), is_digit)) return false;
  }
  const auto labels = split(host, '.');
  return labels.size() >= 2 && authority.find('@') == std::string_view::npos &&
         std::none_of(labels.begin(), labels.end(), [](const std::string& label) { return label.empty(); });
}

}  // namespace

std::optional<Message> check_identifier(ColumnType type, std::string_view text) {
  switch (type) {
    case ColumnType::iin:
      return check_iin(text);
    case ColumnType::bin:
      return check_bin(text);
    case ColumnType::bic:
      return check_bic(text);
    case ColumnType::vin:
      return check_vin(text);
    default:
      return std::nullopt;
  }
}

std::optional<Message> check_url(std::string_view text) {
  const std::string scheme = ascii_upper(text.substr(0, text.find("//")));
  if (text.find("//") == std::string_view::npos || (scheme != "HTTPS:" && scheme != "HTTP:"))
    return Message("IDENT-URL-SCHEME");
  const std::string_view rest = text.substr(scheme.size() + 2);
  if (has_url_breaker(text) || !is_authority(rest.substr(0, rest.find_first_of("/?#"))))
    return Message("IDENT-URL-HOST");
  return std::nullopt;
}

}  // namespace esep::form

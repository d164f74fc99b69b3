// SPDX-License-Identifier: MIT
#include "form/workbook_identity.h"

#include <charconv>

namespace esep::form {
namespace {

constexpr const char* kMark = "esep-workbook";
constexpr const char* kVersion = "1";

std::optional<int> positive(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> WorkbookIdentity::encode() const {
  return {{kMark, kVersion},
          {"form", form},
          {"edition", edition},
          {"form_sha256", form_sha256},
          {"organisation", organisation},
          {"subject", subject},
          {"period", period},
          {"stage", stage},
          {"occurrence", std::to_string(occurrence)},
          {"language", language}};
}

std::optional<WorkbookIdentity> WorkbookIdentity::decode(const std::vector<std::pair<std::string, std::string>>& rows) {
  // This program does not guess the meaning of a later version's rows.
  if (rows.empty() || rows.front() != std::pair<std::string, std::string>(kMark, kVersion)) return std::nullopt;
  WorkbookIdentity out;
  for (const auto& [key, value] : rows) {
    if (key == "form") out.form = value;
    if (key == "edition") out.edition = value;
    if (key == "form_sha256") out.form_sha256 = value;
    if (key == "organisation") out.organisation = value;
    if (key == "subject") out.subject = value;
    if (key == "period") out.period = value;
    if (key == "stage") out.stage = value;
    if (key == "language") out.language = value;
    if (key == "occurrence") {
      const auto number = positive(value);
      if (!number) return std::nullopt;
      out.occurrence = *number;
    }
  }
  if (out.form.empty()) return std::nullopt;
  return out;
}

}  // namespace esep::form

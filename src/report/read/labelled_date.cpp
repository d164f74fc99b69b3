// SPDX-License-Identifier: MIT
#include "report/read/labelled_date.h"

#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "base/text.h"
#include "report/read/choice_line.h"
#include "report/read/parse_date.h"
#include "report/read/taken_words.h"

namespace esep::report {
namespace {

// Where the label ends and the date begins: at the colon, or a dash between blanks before one of the choices' dates.
std::pair<size_t, size_t> label_end(const form::ValueSpec& column, const std::string& line) {
  const size_t colon = line.find_last_of(':');
  if (colon != std::string::npos || column.choices.empty()) return {colon, colon + 1};
  for (const std::string_view dash : {" – ", " — ", " - "}) {
    const size_t at = line.rfind(dash);
    if (at != std::string::npos) return {at, at + dash.size()};
  }
  return {std::string::npos, 0};
}

}  // namespace

std::optional<std::string> labelled_date(const form::ValueSpec& column, const std::string& line) {
  const auto [end, begin] = label_end(column, line);
  if (end == std::string::npos) return std::nullopt;
  const auto date = parse_typed_date(line.substr(begin));
  const std::string label = trim(line.substr(0, end));
  const auto* choice = find_choice(column, label);
  if (!date || label.empty() || (choice == nullptr && !column.choices.empty())) return std::nullopt;
  return fmt::format("{}: {}", choice != nullptr ? choice->id : label, date->iso());
}

std::string without_from(const std::string& typed) {
  const std::string text = squeeze_spaces(typed);
  const bool from = text.find(' ') == kDateFrom.size() && fold_case(text.substr(0, kDateFrom.size())) == kDateFrom;
  return from ? text.substr(kDateFrom.size() + 1) : text;
}

}  // namespace esep::report

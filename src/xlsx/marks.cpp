// SPDX-License-Identifier: MIT
#include "xlsx/marks.h"

#include <algorithm>

#include "xlsx/findings_sheet.h"

namespace esep::xlsx {

std::map<std::string, Marks> marks_of(const report::Findings& findings,
                                      const std::function<std::string(const Message&)>& say) {
  std::map<std::string, Marks> out;
  for (const auto& finding : findings) {
    const report::CellReference place = place_of(finding);
    if (place.row == 0) continue;
    const auto [at, fresh] = out[finding.sheet].try_emplace({place.row, place.column});
    Mark& mark = at->second;
    mark.text += (fresh ? "" : "\n") + finding.code + ": " + say(finding.message);
    mark.severity = fresh ? finding.severity : std::min(mark.severity, finding.severity);
  }
  return out;
}

uint32_t fill_of(Severity severity) {
  return severity == Severity::error ? 0xFFC7CE : severity == Severity::warning ? 0xFFEB9C : 0xDDEBF7;
}

}  // namespace esep::xlsx

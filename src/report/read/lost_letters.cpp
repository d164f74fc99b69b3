// SPDX-License-Identifier: MIT
#include "report/read/lost_letters.h"

#include <algorithm>

namespace esep::report {

void gather_lost_letters(Findings& findings) {
  const auto is_lost = [](const Finding& finding) { return finding.code == "CELL-LETTERS-LOST"; };
  const auto count = std::count_if(findings.begin(), findings.end(), is_lost);
  if (count < 2) return;
  const auto first = std::find_if(findings.begin(), findings.end(), is_lost);
  Message::Args args = first->message.args;
  args.emplace_back("count", std::to_string(count));
  first->message = Message("LETTERS-LOST-MANY", std::move(args));
  findings.erase(std::remove_if(std::next(first), findings.end(), is_lost), findings.end());
}

}  // namespace esep::report

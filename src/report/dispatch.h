// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "report/report_key.h"

namespace esep::report {

/// The sending of a paper that the register formed: a letter with a number, signed by somebody.
struct Dispatch {
  ReportKey key;
  std::string submission;  // number of the report on the paper
  std::string code;        // of the paper
  calendar::Date date;
  std::string number;
  std::string signer;
};

/// The last record for a key, which corrects the earlier ones; nullptr: none.
[[nodiscard]] const Dispatch* dispatch_of(const std::vector<Dispatch>& recorded, const ReportKey& key);

}  // namespace esep::report

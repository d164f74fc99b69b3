// SPDX-License-Identifier: MIT
#include "report/dispatch.h"

#include <algorithm>

namespace esep::report {

const Dispatch* dispatch_of(const std::vector<Dispatch>& recorded, const ReportKey& key) {
  const auto last =
      std::find_if(recorded.rbegin(), recorded.rend(), [&](const Dispatch& one) { return one.key == key; });
  return last == recorded.rend() ? nullptr : &*last;
}

}  // namespace esep::report

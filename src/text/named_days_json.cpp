// SPDX-License-Identifier: MIT
#include "text/named_days_json.h"

namespace esep::text {

Json named_days_json(const std::vector<report::NamedDay>& days) {
  Json out = Json::array();
  for (const report::NamedDay& one : days) out.push_back({{"revision", one.revision}, {"date", one.day.iso()}});
  return out;
}

}  // namespace esep::text

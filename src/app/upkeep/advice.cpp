// SPDX-License-Identifier: MIT
#include "app/upkeep/advice.h"

#include <algorithm>
#include <map>

namespace esep::app {

Message advice_about(const registry::Damage& damage) {
  static const std::map<std::string, const char*> kByPart{
      {"history", "DOCTOR-DO-HISTORY"},       {"file", "DOCTOR-DO-FILE"},       {"form", "DOCTOR-DO-FORM"},
      {"submission", "DOCTOR-DO-SUBMISSION"}, {"rows", "DOCTOR-DO-SUBMISSION"}, {"record", "DOCTOR-DO-RECORD"},
      {"receipt", "DOCTOR-DO-RECEIPT"},       {"queue", "DOCTOR-DO-QUEUE"}};
  const std::string& key = damage.message.key;
  if (key == "RECEIPT-REPLACED") return "DOCTOR-DO-RECEIPT-REPLACED";
  if (key == "RECEIPT-REPLACED-AGAIN") return "DOCTOR-DO-RECEIPT-AGAIN";
  if (key == "DOCTOR-GUARD" || key == "DOCTOR-SCHEMA") return "DOCTOR-DO-SCHEMA";
  const auto at = kByPart.find(damage.part);
  return at == kByPart.end() ? "DOCTOR-DO-DATABASE" : at->second;
}

std::vector<Message> advice_about(const std::vector<registry::Damage>& damage) {
  std::vector<Message> out;
  for (const auto& one : damage) {
    Message advice = advice_about(one);
    if (std::find(out.begin(), out.end(), advice) == out.end()) out.push_back(std::move(advice));
  }
  return out;
}

}  // namespace esep::app

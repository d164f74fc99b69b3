// SPDX-License-Identifier: MIT
#include "cli/print_examination.h"

namespace esep::cli {

void print_damage(Session& session, const registry::Examination& examination, std::ostream& out) {
  for (const auto& one : examination.damage)
    out << one.part << '\t' << one.place << '\t' << session.say(one.message) << '\n';
}

Message examination_message(const registry::Examination& examination) {
  return {examination.damage.empty() ? "DOCTOR-SOUND" : "DOCTOR-DAMAGED",
          {{"count", std::to_string(examination.damage.size())},
           {"entries", std::to_string(examination.entries)},
           {"submissions", std::to_string(examination.submissions)},
           {"files", std::to_string(examination.files)},
           {"head", examination.head.empty() ? "—" : examination.head}}};
}

}  // namespace esep::cli

// SPDX-License-Identifier: MIT
#include "document/build/explained_step.h"

#include "base/brackets.h"

namespace esep::document {

std::string explained_step(const calendar::ExplanationStep& step, const Say& say, Lang lang) {
  std::string out = say(step.text);
  const std::string& act = step.act.in(lang);
  if (out.find(act) == std::string::npos) {
    const bool stopped = out.ends_with('.');
    if (stopped) out.pop_back();
    out += in_brackets(act) + (stopped ? "." : "");
  }
  const std::string day = step.date ? step.date->dotted() : "";
  return out.find(day) == std::string::npos ? day + " – " + out : out;
}

}  // namespace esep::document

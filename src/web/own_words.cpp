// SPDX-License-Identifier: MIT
#include "web/own_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace esep::web {
namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 13> kOwn = {{
    {"ANSWER-REASON", "WEB-SAY-REASON"},
    {"ASSESSMENT-HINT", "WEB-SAY-ASSESS"},
    {"CORRECT-HINT", "WEB-SAY-CORRECT"},
    {"DISPATCH-COMPLETE", "WEB-SAY-COMPLETE"},
    {"DISPATCH-INCOMPLETE-HINT", "WEB-SAY-INCOMPLETE"},
    {"DISPATCH-RETURNED-HINT", "WEB-SAY-INCOMPLETE"},
    {"LOCK-REASON", "WEB-SAY-REASON"},
    {"REVIEW-NO-REASON", "WEB-SAY-RETURN"},
    {"STEP-HINT", "WEB-SAY-STEP"},
    {"STEP-HINT-RIGHT", "WEB-SAY-STEP"},
    {"VERDICT-GROUND", "WEB-SAY-GROUND"},
    {"VERDICT-REASON", "WEB-SAY-REASON"},
    {"WAIVE-WORDS", "WEB-SAY-WAIVE"},
}};

}  // namespace

Message own_words(const Message& message) {
  const auto found = std::find_if(kOwn.begin(), kOwn.end(), [&](const auto& one) { return one.first == message.key; });
  if (found == kOwn.end()) return message;
  Message out = message;
  out.key = found->second;
  return out;
}

}  // namespace esep::web

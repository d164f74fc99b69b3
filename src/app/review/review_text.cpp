// SPDX-License-Identifier: MIT
#include "app/review/review_text.h"

#include "app/core/typed_text.h"
#include "base/error.h"
#include "base/text.h"
#include "base/utf8.h"

namespace esep::app {
namespace {

constexpr size_t kLongestText = 4000;

}  // namespace

std::string review_text(const std::string& text) {
  const auto wrong = [](const Message& why) { return Error(why, "CLI-SEE-HELP", Error::Kind::usage); };
  if (!is_valid_utf8(text)) throw wrong("REVIEW-TEXT-CODING");
  if (trim(text).empty()) throw wrong("REVIEW-TEXT-EMPTY");
  if (count_code_points(text) > kLongestText)
    throw wrong(Message("REVIEW-TEXT-LONG", {{"limit", std::to_string(kLongestText)}}));
  if (auto problem = unprintable_message(text)) throw Error(std::move(*problem), {}, Error::Kind::usage);
  std::string out;
  for (const char c : trim(text)) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n';
    if (c != '\r') out += control ? ' ' : c;
  }
  return out;
}

Message conformity_message(report::Conformity conformity) {
  switch (conformity) {
    case report::Conformity::conforms:
      return "CONFORMITY-CONFORMS";
    case report::Conformity::partly:
      return "CONFORMITY-PARTLY";
    case report::Conformity::does_not:
      return "CONFORMITY-DOES-NOT";
    case report::Conformity::not_applicable:
      break;
  }
  return "CONFORMITY-NOT-APPLICABLE";
}

Message assessment_message(const report::AssessmentState& state, const std::function<LocalText(const Message&)>& all) {
  Message::Args args{{"answered", std::to_string(state.answered)}, {"items", std::to_string(state.items)}};
  if (!state.conclusion) return {state.complete() ? "ASSESSMENT-COMPLETE" : "ASSESSMENT-OPEN", std::move(args)};
  args.emplace_back("conclusion", all(conformity_message(state.conclusion->conformity)));
  return {state.complete() ? "ASSESSMENT-CONCLUDED" : "ASSESSMENT-OPEN-CONCLUDED", std::move(args)};
}

Message recommendation_state_message(report::Recommendation::State state) {
  switch (state) {
    case report::Recommendation::State::open:
      return "RECOMMENDATION-IS-OPEN";
    case report::Recommendation::State::answered:
      return "RECOMMENDATION-IS-ANSWERED";
    case report::Recommendation::State::closed:
      break;
  }
  return "RECOMMENDATION-IS-CLOSED";
}

}  // namespace esep::app

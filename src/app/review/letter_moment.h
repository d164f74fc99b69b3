// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/say.h"
#include "report/review/review.h"

namespace esep::app {

/// What a letter after a review states: the register as it stood with the deed that it is the letter of, whatever was
/// done since. So a letter that is printed again says what was sent.
struct LetterMoment {
  calendar::Date on;     // of the last thing that the letter tells
  std::string reviewer;  // empty: there was none
  std::vector<report::ReviewNote> notes;
  std::vector<report::Recommendation> recommendations;  // closed ones, too, in the state of that moment
  std::vector<Message> since;                           // LETTER-SINCE-…, in the order of the days
};
/// `seq`: the deed's entry of the history.
[[nodiscard]] LetterMoment letter_moment(Engine& engine, const report::Submission& submission, int64_t seq);

/// The number of the last entry of the history with one of these steps of the submission. 0: there is none.
[[nodiscard]] int64_t last_deed(Engine& engine, const report::Submission& submission,
                                const std::vector<report::Action>& actions);

/// LETTER-SINCE with all of it in one line; empty: nothing has happened.
[[nodiscard]] std::string since_line(const LetterMoment& moment, const document::Say& say);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

/// The letter of TG-5 with its annex, in the words of the law in force on its date: the day on which the review ended,
/// or the day of the last assessment or recommendation. It states what was stated then, and in one line what has
/// happened since. The same register and the same names of accounts give the same bytes.
/// Error LETTER-NOTHING if nothing was assessed or recommended.
[[nodiscard]] document::Document make_recommendation_letter(Engine& engine, const report::Submission& submission,
                                                            Lang lang);

}  // namespace esep::app

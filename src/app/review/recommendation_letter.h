// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

/// The letter of TG-5 with its annex, in the words of the law in force on its date: the day on which the review was
/// concluded, or else of the last thing that was said. Same register, same bytes. Error LETTER-NOTHING when nothing was
/// assessed or recommended.
[[nodiscard]] document::Document make_recommendation_letter(Engine& engine, const report::Submission& submission,
                                                            Lang lang);

}  // namespace esep::app

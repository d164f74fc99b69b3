// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "calendar/due_rule.h"
#include "document/say.h"

namespace esep::document {

/// One step of a deadline's explanation as a line of text: its date, and within the sentence its act in brackets, where
/// the sentence itself does not name them.
[[nodiscard]] std::string explained_step(const calendar::ExplanationStep& step, const Say& say, Lang lang);

}  // namespace esep::document

// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "app/review/letter_moment.h"
#include "document/build/recommendation_letter.h"
#include "registry/paper.h"
#include "report/review/review.h"

/// What every letter after a review holds.
namespace esep::app {

/// Addressee, report, signers, and date and what has happened since.
[[nodiscard]] document::LetterRequest letter_on(Engine& engine, const report::Submission& submission, Lang lang,
                                                const LetterMoment& moment);
/// Adds sender and legal basis in the words of the law on the letter's date. Returns the sentence on the requirements,
/// for a letter with an annex.
[[nodiscard]] std::string add_basis(Engine& engine, const form::FormDefinition& form, document::LetterRequest& request);
void add_recommendations(Engine& engine, const report::Submission& submission,
                         const std::vector<report::Recommendation>& recommendations, document::LetterRequest& request);
/// The code of the letter. A letter may change while the report stays the same, so it depends on the whole text.
void seal_letter(const report::Submission& submission, registry::PaperKind kind, document::LetterRequest& request);

}  // namespace esep::app

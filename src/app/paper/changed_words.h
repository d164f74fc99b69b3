// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "report/compare/compare.h"

namespace esep::app {

/// The changes of rows in the words of `lang`. The register keeps the words of rows that it composed, or that the form
/// fixes, in Kazakh, and a comparison speaks the language of its reader. English has no words of its own for them and
/// takes the Russian ones. Numbers and days stay as they are.
[[nodiscard]] report::RowChanges in_words_of(Lang lang, Engine& engine, const report::Submission& before,
                                             const report::Submission& after, report::RowChanges changes);

}  // namespace esep::app

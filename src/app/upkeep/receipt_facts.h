// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "app/core/engine.h"
#include "report/submission.h"
#include "text/told_facts.h"

namespace esep::app {

/// A fact that a receipt tells otherwise than the register.
struct FactDifference {
  std::string fact;   // its label, or the name of the field in JSON
  std::string told;   // empty: the receipt does not tell it
  std::string known;  // empty: the register knows none
};

/// A receipt keeps its facts; the state, the verdict on the report and names from registers may have been others on its
/// day.
enum class FactsToCompare { all, lasting };

/// A receipt in Kazakh, Russian or English against the one that would be made now.
[[nodiscard]] std::vector<FactDifference> receipt_differences(Engine& engine, const report::Submission& submission,
                                                              const text::ToldFacts& told, FactsToCompare facts);
/// One submission of an answer in JSON. A state or a verdict must be one that the submission once had.
[[nodiscard]] std::vector<FactDifference> answer_differences(Engine& engine, const report::Submission& submission,
                                                             const text::SubmissionFacts& told);
/// Whether the receipt's number stands behind this label.
[[nodiscard]] bool is_number_label(Engine& engine, const std::string& label);

}  // namespace esep::app

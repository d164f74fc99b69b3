// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/engine.h"
#include "report/submission.h"

namespace esep::app {

/// What anybody may know of a paper with a code: nothing of who made it, what it says or which findings it has.
struct PublicPaper {
  std::string code;
  std::string kind;                        // "summary “Roadmap …”", without the format
  std::string organisation;                // title; empty: the paper is about no single body
  std::string period;                      // empty: none
  std::string state;                       // of the report, in words; empty: the paper is about no report
  std::optional<calendar::Date> received;  // of the report
  bool composed = false;                   // `received` is the day on which the register composed it
};

/// What became of a file that was handed in.
struct PublicReceipt {
  PublicPaper facts;                              // without a code; its kind is the form's title
  report::State state = report::State::received;  // of the report that the file was handed in as
  int replaced_by = 0;                            // the revision in force in its place; 0: none
};
/// The last of the reports that the file was handed in as, if none of them is in force.
[[nodiscard]] PublicReceipt public_receipt(Engine& engine, const std::vector<report::Submission>& received, Lang lang);

/// The kind of a paper in words, by the name that the register gives it (registry::paper_name), without its format:
/// "summary roadmap pdf" is “summary: Roadmap …”. A name of another kind stays.
[[nodiscard]] std::string paper_title(Engine& engine, const std::string& name, Lang lang);

/// `code` as people type it. nullopt: no paper of this register has it.
[[nodiscard]] std::optional<PublicPaper> public_paper(Engine& engine, const std::string& code, Lang lang);

}  // namespace esep::app

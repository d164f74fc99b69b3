// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// What anybody may know of a paper with a code: nothing of who made it, what it says or which findings it has.
struct PublicPaper {
  std::string code;
  std::string kind;                        // "summary “Roadmap …”", without the format
  std::string organisation;                // title; empty: the paper is about no single body
  std::string period;                      // empty: none
  std::string state;                       // of the report, in words; empty: the paper is about no report
  std::optional<calendar::Date> received;  // of the report
};

/// The kind of a paper in words, by the name that the register gives it (registry::paper_name), without its format:
/// "summary roadmap pdf" is “summary: Roadmap …”. A name of another kind stays.
[[nodiscard]] std::string paper_title(Engine& engine, const std::string& name, Lang lang);

/// `code` as people type it. nullopt: no paper of this register has it.
[[nodiscard]] std::optional<PublicPaper> public_paper(Engine& engine, const std::string& code, Lang lang);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "app/core/engine.h"

namespace esep::app {

/// A report that was read and judged, or that the register composed by itself. What it points to outlives the facts.
struct JudgedReport {
  const form::FormDefinition* form = nullptr;
  const report::Duty* duty = nullptr;  // what it answers to
  std::map<std::string, form::Value> fields;
  report::Findings findings;
  bool nil = false;
  std::string_view bytes;
  std::string sha256;  // of the bytes
  std::string file_name;
  std::string incoming_number;
};

/// What a submission of it says: its key, deadline and verdict, what was found, its heading. Accepted when no finding
/// is an error. The rows and who permits it are the caller's to add.
[[nodiscard]] registry::NewSubmission facts_of(Engine& engine, JudgedReport report,
                                               const calendar::LocalTime& received);

}  // namespace esep::app

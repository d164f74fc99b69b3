// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "form/form_definition.h"
#include "registry/paper_text.h"
#include "report/finding.h"
#include "report/submission.h"
#include "table/form_table.h"

namespace esep::registry {

/// A finding with its message as it was rendered at receipt, in all languages.
struct StoredFinding {
  report::Finding finding;
  LocalText message;
};

/// A submission to be written. The register adds number, revision, state, user and chain head.
struct NewSubmission {
  report::ReportKey key;
  report::Deadline deadline;
  report::Verdict verdict;  // on this file by itself
  report::Receipt receipt;  // user and chain head are not read
  report::Contents contents;
  const form::FormDefinition* form = nullptr;  // by which it was read; must live during the call
  std::string_view bytes;                      // the file as received or composed; must live during the call
  std::map<std::string, form::Value> fields;
  std::vector<PaperText> texts;                             // in any order
  std::function<std::unique_ptr<table::RowReader>()> rows;  // typed rows; not called for a rejected submission
  std::vector<StoredFinding> findings;
  bool accepted = false;
  /// Called inside the transaction before anything is written. It throws to refuse. May be empty.
  std::function<void()> permit;
};

}  // namespace esep::registry

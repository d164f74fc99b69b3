// SPDX-License-Identifier: MIT
#pragma once

#include "app/receive/checker.h"
#include "form/workbook_identity.h"

namespace esep::app {

/// The form that the file names, else the caller's. Two that differ are the error FORM-OTHER.
[[nodiscard]] std::string agreed_form(Engine& engine, OpenedFile& file, const std::string& said,
                                      const std::string& wanted);

/// The key of a report on `form`: what the file says of itself, and where it says nothing the caller. Where both speak
/// and differ, it is the file's, and ORGANISATION-OTHER, SUBJECT-OTHER, PERIOD-OTHER or STAGE-OTHER names both in
/// words.
[[nodiscard]] report::ReportKey agreed_key(Engine& engine, OpenedFile& file, const form::FormDefinition& form,
                                           const form::WorkbookIdentity& said, const Incoming& wanted);

}  // namespace esep::app

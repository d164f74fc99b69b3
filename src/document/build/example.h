// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/build/blank_workbook.h"

namespace esep::document {

/// The example of a value in the blank's language: a choice by its title, a labelled date by its label, a text as the
/// request has it. Empty: the form gives none.
[[nodiscard]] std::string example_of(const form::ValueSpec& spec, const BlankRequest& request);

}  // namespace esep::document

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "form/form_catalog.h"
#include "small_form.h"

/// What is wrong with a text in the place of the small form's.
namespace fixture {

/// Diagnostics as a person reads them in English, one per line: `file:line:column: CODE sentence | source line |
/// meant`.
std::string say(const esep::Diagnostics& diagnostics);

/// What is wrong with this text as forms/f.2026-01.toml.
std::string problems(const std::string& text);
/// The same without the path.
std::string short_problems(const std::string& text);
/// The form, which must be right.
esep::form::FormDefinition right_form(const std::string& text);

}  // namespace fixture

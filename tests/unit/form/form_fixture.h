// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "datafile/library.h"
#include "form/form_catalog.h"

/// A small right form to which tests add or in which they replace one thing. Its path is forms/f.2026-01.toml.
namespace fixture {

inline const std::string kForm = R"(form = "f"
edition = "2026-01"
period = "month"
title = { kk = "Нысан", ru = "Форма" }
law = { kk = "Бұйрық", ru = "Приказ" }
in_force = { from = 2026-01-01 }
[[column]]
id = "c1"
number = "1"
title = { kk = "Атауы", ru = "Название" }
[[column]]
id = "c2"
number = "2"
title = { kk = "Саны", ru = "Число" }
type = "integer"
# end
)";

/// `text` with its only `old` replaced; a test that means something that is not there fails.
std::string with(const std::string& text, const std::string& old, const std::string& now);

/// Diagnostics as a person reads them in English, one per line: `file:line:column: CODE sentence | source line |
/// meant`.
std::string say(const esep::Diagnostics& diagnostics);

esep::datafile::LibraryFile form_file(const std::string& text);
/// What is wrong with this text as forms/f.2026-01.toml.
std::string problems(const std::string& text);
/// The same without the path.
std::string short_problems(const std::string& text);
/// The form, which must be right.
esep::form::FormDefinition right_form(const std::string& text);

}  // namespace fixture

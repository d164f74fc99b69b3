// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "datafile/library.h"
#include "form/form_catalog.h"

/// The small form of the unit tests: `f`, edition 2026-01, monthly, with a text `c1` and a whole number `c2`. A test
/// takes it as it is, with one thing of its text replaced, or with columns of its own.
namespace small_form {

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

/// `text` as the file forms/f.2026-01.toml.
esep::datafile::LibraryFile file(const std::string& text = kForm);
/// The form of `text`. Throws std::logic_error with code and line of every mistake in it.
esep::form::FormDefinition read(const std::string& text = kForm);

/// A column (a field) with the titles "<id> kk" and "<id> ru".
esep::form::Column column(const std::string& id, esep::form::ColumnType type = esep::form::ColumnType::text);
esep::form::Field field(const std::string& id, esep::form::ColumnType type = esep::form::ColumnType::text);
/// A form `f`, edition 2026-01, that was read from no text: with these columns and rows that repeat.
esep::form::FormDefinition of(std::vector<esep::form::Column> columns);

}  // namespace small_form

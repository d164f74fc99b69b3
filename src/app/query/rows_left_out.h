// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/core/engine.h"

namespace esep::app {

/// Whether a check of the register takes rows out of what counts (form::RegisterCheck).
[[nodiscard]] bool leaves_rows_out(const form::RegisterDefinition& definition);

/// Keys of the rows that do not count, by register.
using RowsLeftOut = std::map<std::string, std::set<std::string>, std::less<>>;
[[nodiscard]] RowsLeftOut rows_left_out(Engine& engine);

/// What these checks say of one subject, such as a document under discussion: by their column `_subject`. Warnings,
/// without a place in a file.
[[nodiscard]] report::Findings rows_left_out_of(Engine& engine, const std::string& subject);

/// What checks with `on_paper` say of the rows that belong to this document: the report on it counts these rows and
/// prints this of them. At most twenty of each check, and then how many more.
[[nodiscard]] report::Findings marks_on_paper(Engine& engine, const std::string& subject);
/// What such findings say in Kazakh, the language of the register, a line each.
[[nodiscard]] std::string text_of_marks(Engine& engine, const report::Findings& marks);
/// The same for every document that has some: a part of what its report says.
[[nodiscard]] std::map<std::string, std::string> marks_by_subject(Engine& engine);
/// The codes of such checks.
[[nodiscard]] std::set<std::string> codes_on_paper(Engine& engine);

}  // namespace esep::app

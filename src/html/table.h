// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"
#include "html/row_address.h"

namespace esep::html {

/// A table as markup: header cells with scope, records of several rows as cells that span them, notes numbered and
/// listed below. `number` distinguishes the tables of a page. `address` as of body_markup.
[[nodiscard]] std::string table_markup(const document::Table& table, int number, Lang lang, const RowAddress& address);

/// CSS class of an emphasis; empty for none.
[[nodiscard]] std::string css_class(document::Emphasis emphasis);

}  // namespace esep::html

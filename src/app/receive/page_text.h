// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "app/core/row_names.h"
#include "app/receive/checker.h"
#include "app/receive/heading_words.h"

namespace esep::app {

/// Whether the words of a header or footer say nothing but whose report it is, and say it rightly: the report's own
/// body, subject and period, in any writing and order, and the title of the form («Отчёт за октябрь 2026 года»,
/// «Министерство транспорта РК, X.2026»). One word more, and it is not known what they say.
[[nodiscard]] bool names_own_report(Engine& engine, const CheckedFile& file, NameBook& names, const HeadingWords& words,
                                    const std::string& text);

}  // namespace esep::app

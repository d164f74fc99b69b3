// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "report/duty/status.h"
#include "web/visitor.h"
#include "web/widgets.h"

namespace esep::web {

/// "?form=…&org=…" of an address about one report.
[[nodiscard]] std::string key_query(const report::ReportKey& key);
/// What `key_query` wrote.
[[nodiscard]] report::ReportKey key_of(const http::Fields& query);

/// How a duty stands, as a word with its colour.
[[nodiscard]] Markup status_tag(const Visitor& visitor, const report::StatusRow& row);
/// What is to be said of a duty, as a list; blank: nothing.
[[nodiscard]] Markup remark_list(const Visitor& visitor, const std::vector<Message>& remarks);
/// Form and stage, subject, period: what the report is about, in words.
[[nodiscard]] std::string duty_words(const Visitor& visitor, const report::Duty& duty);
/// The term and how it follows from the law, opened by whoever asks why.
[[nodiscard]] Markup explained_term(const Visitor& visitor, const report::Duty& duty);
/// "/report/S-000012".
[[nodiscard]] std::string report_address(const Visitor& visitor, const std::string& number);

}  // namespace esep::web

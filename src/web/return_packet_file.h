// SPDX-License-Identifier: MIT
#pragma once

#include "http/response.h"
#include "report/submission.h"
#include "web/visitor.h"

namespace esep::web {

/// The letter with which a report was returned, and the body's own file with the notes at their cells, in one file.
/// Error RETURN-NOT-RETURNED, RETURN-FILE.
[[nodiscard]] http::Response return_packet_file(const Visitor& visitor, const report::Submission& submission,
                                                report::OutputFormat format);
/// A link to it for each format, under `address`, which has a query already.
[[nodiscard]] std::vector<Markup> return_packet_links(const Visitor& visitor, const std::string& address);

}  // namespace esep::web

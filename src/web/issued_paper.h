// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "document/document.h"
#include "http/response.h"
#include "registry/paper.h"
#include "web/visitor.h"

namespace esep::web {

/// Makes a paper and records it, so that anybody can verify it, and gives it as a file. `stem`: name without ending.
[[nodiscard]] http::Response issued_paper(const Visitor& visitor, const document::Document& paper,
                                          const registry::PaperTopic& topic, report::OutputFormat format,
                                          const std::string& stem);

}  // namespace esep::web

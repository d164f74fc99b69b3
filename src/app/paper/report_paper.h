// SPDX-License-Identifier: MIT
#pragma once

#include "app/core/engine.h"
#include "document/document.h"

namespace esep::app {

/// The official paper of a registered report, in the wording of the form text stored with the report.
[[nodiscard]] document::Document make_paper(Engine& engine, const report::Submission& submission, Lang lang);

}  // namespace esep::app

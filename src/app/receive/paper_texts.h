// SPDX-License-Identifier: MIT
#pragma once

#include "app/query/queries.h"

namespace esep::app {

/// Adds to a submission what its papers say in their languages (registry::PaperText): the title of the reporting body,
/// and whatever of the heading that the engine filled in reads otherwise in Russian.
void add_paper_texts(Queries& queries, registry::NewSubmission& submission);

/// The same of the rows of a report that the register composed: its rows in Kazakh and in Russian.
using ComposedRows = std::vector<std::vector<form::Value>>;
void add_paper_texts(const ComposedRows& kazakh, const ComposedRows& russian, registry::NewSubmission& submission);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "app/query/queries.h"

namespace esep::app {

/// Heading fields that the engine fills in itself (organisation, subject, period, queries), by field id.
[[nodiscard]] std::map<std::string, form::Value> heading_fields(Queries& queries, const form::FormDefinition& form,
                                                                const report::ReportKey& key,
                                                                const std::optional<calendar::LocalTime>& received,
                                                                Lang lang);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "form/register_definition.h"
#include "form/value.h"

namespace esep::report {

/// One row of a register (an organisation, a grant …) by its definition's column ids.
struct RegisterRow {
  std::string key;
  std::map<std::string, form::Value> values;
};
/// Rows of a register by its id, in key order.
using RegisterRows = std::function<const std::vector<RegisterRow>&(std::string_view)>;

/// The meaning of a row, read by the roles of its definition's columns.
[[nodiscard]] std::string row_text(const form::RegisterDefinition& definition, const RegisterRow& row,
                                   form::RegisterRole role, Lang lang = Lang::kk);
/// The day of an event that the row holds: of the column with this `event`, or with this id.
[[nodiscard]] std::optional<calendar::Date> event_day(const form::RegisterDefinition& definition,
                                                      const RegisterRow& row, std::string_view event);
[[nodiscard]] LocalText row_title(const form::RegisterDefinition& definition, const RegisterRow& row);
[[nodiscard]] std::optional<calendar::Date> row_date(const form::RegisterDefinition& definition, const RegisterRow& row,
                                                     form::RegisterRole role);

}  // namespace esep::report

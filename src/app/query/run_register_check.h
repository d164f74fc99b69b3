// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "form/register_definition.h"
#include "table/query_database.h"

namespace esep::app {

/// A row of the register that a check names.
struct NamedByCheck {
  std::string key;      // column `_key`
  std::string subject;  // column `_subject`: the row of another register to which it belongs; empty: none
  Message message;
};

/// Runs a register's own check and gives each row that it names to `found`.
void run_register_check(const form::RegisterDefinition& definition, const form::RegisterCheck& check,
                        table::QueryDatabase& queries, const std::function<void(NamedByCheck)>& found);

}  // namespace esep::app

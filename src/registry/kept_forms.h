// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sqlite/database.h"

namespace esep::registry {

/// The text of an edition by which the register's reports were read.
struct KeptForm {
  std::string form;
  std::string edition;
  std::string sha256;
  std::string text;           // the form file with its wording files, as FormDefinition::file has them
  bool has_accepted = false;  // the rows of accepted reports stand in the edition's table
};

/// One text for each edition: that of its last accepted report, else that of its last report. Ordered by form and
/// edition.
[[nodiscard]] std::vector<KeptForm> kept_forms(const sqlite::Database& database);

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "datafile/library.h"

namespace esep::app {

/// A column of a form whose cells name what the report is of.
struct NamedColumn {
  enum class What { organisation, subject, period };
  std::string form;
  std::string column;
  What what = What::organisation;
};

/// data/named_columns.toml; empty if there is none. Throws datafile::DataInvalid if it is wrong.
[[nodiscard]] std::vector<NamedColumn> read_named_columns(const datafile::Library& library);

}  // namespace esep::app

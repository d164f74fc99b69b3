// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace esep::registry {

/// SQL: id of the submission that decides on the timeliness of the one in table `alias`: the first accepted revision of
/// its report that is not withdrawn, or the submission itself where none came before it.
[[nodiscard]] inline std::string deciding_id(const std::string& alias) {
  std::string sql =
      "coalesce((SELECT min(f.id) FROM main.submission AS f WHERE f.revision > 0 AND f.state <> 'withdrawn' "
      "AND f.id < " +
      alias + ".id AND " + alias + ".state <> 'withdrawn'";
  for (const char* column : {"form", "period", "organisation", "subject", "stage", "occurrence"}) {
    sql += std::string(" AND f.") + column + " = " + alias + "." + column;
  }
  return sql + "), " + alias + ".id)";
}

/// SQL: a column of that submission.
[[nodiscard]] inline std::string of_deciding(const std::string& column, const std::string& alias) {
  return "(SELECT d." + column + " FROM main.submission AS d WHERE d.id = " + deciding_id(alias) + ")";
}

}  // namespace esep::registry

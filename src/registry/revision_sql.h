// SPDX-License-Identifier: MIT
#pragma once

#include <string>

/// SQL of the two questions about the revisions of a report: which one is in force, and which one decides whether the
/// report came in time. `alias` names table `submission` in the statement.
namespace esep::registry {

/// Condition of Submission::is_in_force().
[[nodiscard]] inline std::string in_force_sql(const std::string& alias) {
  return alias + ".revision > 0 AND " + alias + ".state NOT IN ('withdrawn', 'superseded')";
}

/// Id of the submission that decides on the timeliness of the one in `alias`: the first accepted revision of its report
/// that is not withdrawn. The submission decides on itself when none came before it.
[[nodiscard]] inline std::string deciding_id_sql(const std::string& alias) {
  std::string sql =
      "coalesce((SELECT min(f.id) FROM main.submission AS f WHERE f.revision > 0 AND f.state <> 'withdrawn' "
      "AND f.id < " +
      alias + ".id AND " + alias + ".state <> 'withdrawn'";
  for (const char* column : {"form", "period", "organisation", "subject", "stage", "occurrence"}) {
    sql += std::string(" AND f.") + column + " = " + alias + "." + column;
  }
  return sql + "), " + alias + ".id)";
}

/// A column of that submission.
[[nodiscard]] inline std::string deciding_column_sql(const std::string& column, const std::string& alias) {
  return "(SELECT d." + column + " FROM main.submission AS d WHERE d.id = " + deciding_id_sql(alias) + ")";
}

}  // namespace esep::registry

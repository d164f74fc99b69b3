// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include <fmt/core.h>

/// SQL of the two questions about the revisions of a report: which one is in force, and which one decides whether the
/// report came in time. `alias` names table `submission` in the statement.
namespace esep::registry {

/// Condition of Submission::is_in_force().
[[nodiscard]] inline std::string in_force_sql(const std::string& alias) {
  return fmt::format("{0}.revision > 0 AND {0}.state NOT IN ('withdrawn', 'superseded')", alias);
}

/// A column of the entry of the history with which the submission was entered; NULL: its entry is lost.
[[nodiscard]] inline std::string entry_sql(const std::string& column, const std::string& alias) {
  return fmt::format(
      "(SELECT h.{} FROM main.history AS h WHERE h.submission = {}.id AND h.action = 'submit' ORDER BY h.seq LIMIT 1)",
      column, alias);
}

/// Id of the submission that decides on the timeliness of the one in `alias`: of the accepted revisions of its report
/// that are not withdrawn, up to this one, the one that came in first; of those that came at one time the lowest
/// number. Of one that is withdrawn itself: those that stood when it was. Another one decides on a rejected submission
/// only in that the report was accepted before.
[[nodiscard]] inline std::string deciding_id_sql(const std::string& alias) {
  std::string same_key;
  for (const char* column : {"form", "period", "organisation", "subject", "stage", "occurrence"}) {
    same_key += fmt::format(" AND f.{0} = {1}.{0}", column, alias);
  }
  const auto taken_back = [](const std::string& id) {
    return "(SELECT max(h.seq) FROM main.history AS h WHERE h.submission = " + id + " AND h.action = 'withdraw')";
  };
  const std::string stood = fmt::format("(f.state <> 'withdrawn' OR {0}.state = 'withdrawn' AND {1} > {2})", alias,
                                        taken_back("f.id"), taken_back(alias + ".id"));
  return fmt::format(
      "coalesce((SELECT f.id FROM main.submission AS f WHERE f.revision > 0 AND {2} AND f.id < {0}.id "
      "AND ({0}.revision = 0 OR f.received <= {0}.received){1} ORDER BY f.received, f.id LIMIT 1), {0}.id)",
      alias, same_key, stood);
}

/// A column of that submission.
[[nodiscard]] inline std::string deciding_column_sql(const std::string& column, const std::string& alias) {
  return fmt::format("(SELECT d.{} FROM main.submission AS d WHERE d.id = {})", column, deciding_id_sql(alias));
}

/// The timeliness of the report: that of the deciding submission, or, where the one in `alias` was judged by another
/// deadline, its own.
[[nodiscard]] inline std::string timeliness_sql(const std::string& alias) {
  return fmt::format("CASE WHEN {0} IS {1}.effective THEN {2} ELSE {1}.timeliness END",
                     deciding_column_sql("effective", alias), alias, deciding_column_sql("timeliness", alias));
}

}  // namespace esep::registry

// SPDX-License-Identifier: MIT
#include "registry/accepted_rows.h"

#include <set>

#include <fmt/core.h>

#include "base/text.h"
#include "registry/record_number.h"
#include "registry/revision_sql.h"
#include "table/form_table.h"

namespace esep::registry {
namespace {

std::string columns_of_report(const form::FormDefinition& edition, const ChangedTimeliness& changed) {
  std::string own;  // obligations whose latest revision decides
  for (const auto& obligation : edition.obligations) {
    if (!obligation.done_on.empty()) own += fmt::format("{}'{}'", own.empty() ? "" : ", ", obligation.id);
  }
  const std::string first = timeliness_sql("s");
  const std::string at_receipt =
      own.empty() ? first : fmt::format("CASE WHEN s.obligation IN ({}) THEN s.timeliness ELSE {} END", own, first);
  std::string timeliness = changed.empty() ? at_receipt : "CASE s.id";
  for (const auto& [id, now] : changed) timeliness += fmt::format(" WHEN {} THEN '{}'", id, now);
  if (!changed.empty()) timeliness += fmt::format(" ELSE {} END", at_receipt);
  return fmt::format(
      "{} AS _submission, s.organisation AS _organisation, s.subject AS _subject, s.period AS _period, "
      "s.stage AS _stage, s.occurrence AS _occurrence, s.revision AS _revision, "
      "substr(s.received, 1, 10) AS _received, {} AS _timeliness, s.edition AS _edition",
      record_number_sql(RecordKind::submission, "s.id"), timeliness);
}

bool has_table(const sqlite::Database& database, const std::string& name) {
  const sqlite::Value parameter = name;
  return database.value("SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?", {&parameter, 1})
      .has_value();
}

}  // namespace

sqlite::Database open_read_only(const std::filesystem::path& file) {
  return sqlite::Database(file, sqlite::OpenMode::read_only);
}

const std::vector<std::string>& report_columns() {
  static const std::vector<std::string> kNames{"_submission", "_organisation", "_subject",  "_period",     "_stage",
                                               "_occurrence", "_revision",     "_received", "_timeliness", "_edition"};
  return kNames;
}

std::vector<const form::ValueSpec*> united_columns(const std::vector<const form::FormDefinition*>& editions) {
  std::vector<const form::ValueSpec*> out;
  std::set<std::string> seen;
  for (const auto* edition : editions) {
    for (const auto& column : edition->columns) {
      if (seen.insert(column.id).second) out.push_back(&column);
    }
  }
  return out;
}

std::string accepted_rows_sql(const sqlite::Database& database,
                              const std::vector<const form::FormDefinition*>& editions,
                              const ChangedTimeliness& changed) {
  const auto columns = united_columns(editions);
  std::vector<std::string> parts;
  for (const auto* edition : editions) {
    const table::FormTable form_table(*edition);
    if (!has_table(database, form_table.name())) continue;
    std::string sql = fmt::format("SELECT {}, r._row, r._record, r._first", columns_of_report(*edition, changed));
    for (const auto* column : columns) {
      const std::string quoted = table::quote_identifier(column->id);
      sql += edition->column(column->id) != nullptr ? ", r." + quoted : ", NULL AS " + quoted;
    }
    sql += fmt::format(" FROM main.{} AS r JOIN main.submission AS s ON s.id = r._submission WHERE {}",
                       table::quote_identifier(form_table.name()), in_force_sql("s"));
    parts.push_back(std::move(sql));
  }
  if (!parts.empty()) return join(parts, " UNION ALL ");
  std::string sql = fmt::format("SELECT NULL AS {}, NULL AS _row, NULL AS _record, NULL AS _first",
                                join(report_columns(), ", NULL AS "));
  for (const auto* column : columns) sql += ", NULL AS " + table::quote_identifier(column->id);
  return sql + " WHERE 0";
}

}  // namespace esep::registry

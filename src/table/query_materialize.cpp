// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "base/text.h"
#include "table/form_table.h"
#include "table/query_database.h"

namespace esep::table {
namespace {

// A query cannot define this name by chance, and no view can refer to it without the schema.
constexpr std::string_view kPrefix = "kept:";

struct Part {
  std::string name;
  std::string_view query;
};

// `a AS (SELECT …), b AS (SELECT …)`; empty: anything else, such as a list of columns behind the name.
std::vector<Part> parts_of(std::string_view with, const std::vector<Token>& tokens) {
  std::vector<Part> out;
  size_t at = 0;
  while (at + 3 < tokens.size()) {
    if (!tokens[at].is_name() || !tokens[at + 1].is_word("as") || !tokens[at + 2].is("(")) return {};
    if (tokens[at + 3].is_word("with")) return {};  // would have to be joined with ours
    size_t last = at + 3;
    for (int depth = 1; last < tokens.size(); ++last) {
      if (tokens[last].is("(")) ++depth;
      if (tokens[last].is(")") && --depth == 0) break;
    }
    if (last == tokens.size()) return {};
    const size_t begin = tokens[at + 2].end;
    out.push_back({tokens[at].text, with.substr(begin, tokens[last].begin - begin)});
    if (last + 1 == tokens.size()) return out;
    if (!tokens[last + 1].is(",")) return {};
    at = last + 2;
  }
  return {};
}

std::string temp_name(const std::string& part) { return quote_identifier(std::string(kPrefix) + part); }

}  // namespace

void QueryDatabase::materialize_part(const std::string& query_name, const std::string& part, const std::string& query,
                                     const QueryParameters& parameters) {
  std::vector<std::string> columns;
  {
    const auto checked = prepare(query_name, query, parameters);
    for (int i = 0; i < checked.column_count(); ++i) columns.push_back(quote_identifier(checked.column_name(i)));
  }
  const std::string table = temp_name(part);
  database_.execute(fmt::format("CREATE TEMP TABLE {}({})", table, join(columns, ", ")));
  names_.insert(std::string(kPrefix) + part);
  materialized_.push_back(part);
  insert_into(query_name, "temp." + table, query, parameters);
  index_key(part, columns.front());
}

// SQLite has no statistics of a new table and may search all of it for each row of another, so a column that looks like
// a key gets an index.
void QueryDatabase::index_key(const std::string& part, const std::string& column) {
  std::set<sqlite::Value> seen;
  auto rows = database_.prepare(fmt::format("SELECT {} FROM temp.{}", column, temp_name(part)));
  while (rows.step()) {
    if (!seen.insert(rows.value(0)).second) return;
  }
  database_.execute(fmt::format("CREATE UNIQUE INDEX temp.{} ON {}({})",
                                quote_identifier(fmt::format("{}{}.key", kPrefix, part)), temp_name(part), column));
}

std::string QueryDatabase::materialize(const std::string& name, const std::string& with,
                                       const QueryParameters& parameters) {
  release();
  std::vector<Token> tokens;
  if (tokenize(with, tokens, Dialect::query)) return with;
  refuse_false_names(name, tokens);
  std::string out;
  for (const Part& part : parts_of(with, tokens)) {
    const std::string query = out.empty() ? std::string(part.query) : fmt::format("WITH {} {}", out, part.query);
    materialize_part(fmt::format("{}/{}", name, part.name), part.name, query, parameters);
    out += fmt::format("{}{} AS (SELECT * FROM {})", out.empty() ? "" : ",\n", quote_identifier(part.name),
                       temp_name(part.name));
  }
  return out.empty() ? with : out;
}

void QueryDatabase::release() {
  for (const std::string& name : materialized_) {
    database_.execute("DROP TABLE temp." + temp_name(name));
    names_.erase(std::string(kPrefix) + name);
  }
  materialized_.clear();
  database_.execute("PRAGMA shrink_memory");
}

}  // namespace esep::table

// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "table/form_table.h"
#include "table/query_database.h"

namespace esep::table {
namespace {

// A query cannot define it by chance, and no view can mean it by a bare name.
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

}  // namespace

std::string QueryDatabase::keep(const std::string& name, const std::string& with,
                                const QueryParameters& parameters) {
  release();
  std::vector<Token> tokens;
  if (tokenize(with, tokens, Dialect::query)) return with;
  refuse_false_names(name, tokens);
  std::string out;
  for (const Part& part : parts_of(with, tokens)) {
    const std::string query = (out.empty() ? "" : "WITH " + out + " ") + std::string(part.query);
    auto rows = prepare(name + "/" + part.name, query, parameters);
    const std::string kept = quote_identifier(std::string(kPrefix) + part.name);
    std::vector<std::string> columns;
    for (int i = 0; i < rows.column_count(); ++i) columns.push_back(quote_identifier(rows.column_name(i)));
    database_.execute("CREATE TEMP TABLE " + kept + "(" + join(columns, ", ") + ")");
    names_.insert(std::string(kPrefix) + part.name);
    kept_.push_back(part.name);
    std::string marks = "?";
    for (size_t i = 1; i < columns.size(); ++i) marks += ",?";
    auto insert = database_.prepare("INSERT INTO temp." + kept + " VALUES(" + marks + ")");
    while (rows.step()) {
      for (int i = 0; i < rows.column_count(); ++i) insert.bind(i + 1, rows.value(i));
      insert.run();
    }
    out += (out.empty() ? "" : ",\n") + quote_identifier(part.name) + " AS (SELECT * FROM " + kept + ")";
  }
  return out.empty() ? with : out;
}

void QueryDatabase::release() {
  for (const std::string& name : kept_) {
    database_.execute("DROP TABLE temp." + quote_identifier(std::string(kPrefix) + name));
    names_.erase(std::string(kPrefix) + name);
  }
  kept_.clear();
}

void QueryDatabase::add_index(const std::string& table, const std::string& column) {
  database_.execute("CREATE INDEX temp." + quote_identifier(table + "." + column) + " ON " +
                    quote_identifier(table) + "(" + quote_identifier(column) + ")");
}

}  // namespace esep::table

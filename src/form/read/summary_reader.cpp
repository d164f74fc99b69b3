// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/core.h>

#include "form/read/shared_readers.h"
#include "form/summary.h"

namespace esep::form {
namespace {

using datafile::TableReader;
using Kind = SummaryBlock::Kind;

Kind kind_from(const std::string& word) {
  if (word == "stamp") return Kind::stamp;
  if (word == "heading") return Kind::heading;
  if (word == "facts") return Kind::facts;
  if (word == "table") return Kind::table;
  if (word == "matrix") return Kind::matrix;
  if (word == "chart") return Kind::chart;
  if (word == "signature") return Kind::signature;
  if (word == "page_break") return Kind::page_break;
  return Kind::paragraph;
}

// Nobody sees the title of a column that only gives its type.
SummaryColumn read_summary_column(TableReader& table, bool is_shown) {
  static const std::vector<std::string> kTypes{"text", "integer", "decimal", "money", "percent", "date"};
  SummaryColumn out;
  out.id = read_id(table);
  out.title = is_shown ? required_text(table, "title") : read_text(table, "title");
  out.group = read_text(table, "group");
  out.typed = table.has("type");
  out.type = *column_type_from(table.one_of("type", kTypes, "text"));
  const bool has_decimals = out.type == ColumnType::money || out.type == ColumnType::percent;
  out.scale = read_number(table, "scale", has_decimals ? 2 : 0, 0, Decimal::kScale);
  out.width = read_number(table, "width", 14, 2, 200);
  out.key = table.boolean_or("key", false);
  table.finish();
  return out;
}

void require_key(TableReader& table, const SummaryBlock& block, std::string_view key, bool given) {
  if (given) return;
  table.report("kind", "SUMMARY-KEY", Message("SUMMARY-KEY", {{"name", block.name}, {"key", std::string(key)}}));
}

SummaryChart read_chart(TableReader& table) {
  SummaryChart out;
  out.kind = table.one_of("chart", {"bar", "column", "stacked_bar", "line", "tiles"}, "bar");
  out.category = table.string_or("category", "");
  out.absent = read_text(table, "absent");
  for (auto& one : table.tables("series")) {
    SummarySeries series{read_id(one), required_text(one, "title"), ""};
    const std::string tone =
        one.one_of("tone", {"plain", "good", "active", "warning", "muted", "bad", "hatched"}, "plain");
    if (tone != "plain") series.tone = tone;
    one.finish();
    out.series.push_back(std::move(series));
  }
  return out;
}

// Where `key` stands; without it, where the table begins.
int line_of(TableReader& table, std::string_view key) {
  const auto node = table.node().member(key);
  return (node ? *node : table.node()).position().line;
}

SummaryBlock read_block(TableReader& table, const std::string& name) {
  SummaryBlock out;
  out.name = name;
  out.line = line_of(table, "query");
  out.kind = kind_from(table.one_of(
      "kind", {"paragraph", "stamp", "heading", "facts", "table", "matrix", "chart", "signature", "page_break"}));
  out.text = read_text(table, "text");
  const bool has_caption = out.kind == Kind::table || out.kind == Kind::matrix || out.kind == Kind::chart;
  if (has_caption) out.text_query = table.string_or("text_query", "");
  out.level = read_number(table, "level", 2, 1, 3);
  out.query = table.string_or("query", "");
  out.empty = read_text(table, "empty");
  const bool has_titles = out.kind == Kind::table || out.kind == Kind::facts;
  for (auto& column : table.tables("column")) out.columns.push_back(read_summary_column(column, has_titles));
  out.rows_query = table.string_or("rows", "");
  out.columns_query = table.string_or("columns", "");
  out.corner = read_text(table, "corner");
  out.emphasis = table.one_of("emphasis", {"normal", "strong", "muted"}, "normal");
  out.chart = read_chart(table);
  const bool wants_text = out.kind == Kind::heading || out.kind == Kind::paragraph || out.kind == Kind::signature ||
                          out.kind == Kind::stamp;
  require_key(table, out, "text", !wants_text || !out.text.empty());
  const bool wants_query =
      out.kind == Kind::table || out.kind == Kind::matrix || out.kind == Kind::chart || out.kind == Kind::facts;
  require_key(table, out, "query", !wants_query || !out.query.empty());
  require_key(table, out, "column", !has_titles || !out.columns.empty());
  require_key(table, out, "rows, columns",
              out.kind != Kind::matrix || (!out.rows_query.empty() && !out.columns_query.empty()));
  require_key(table, out, "category, series",
              out.kind != Kind::chart || (!out.chart.category.empty() && !out.chart.series.empty()));
  table.finish();
  return out;
}

}  // namespace

const SummaryColumn* SummaryBlock::column(std::string_view result) const {
  const auto at = std::find_if(columns.begin(), columns.end(), [&](const auto& one) { return one.id == result; });
  return at == columns.end() ? nullptr : &*at;
}

SummaryBlock SummaryBlock::caption() const {
  SummaryBlock out;
  out.name = name;
  out.line = line;
  out.text = text;
  out.query = text_query;
  return out;
}

Summary read_summary(const datafile::LibraryFile& source, Diagnostics& diagnostics) {
  Summary out;
  out.file = source.origin;
  const auto parsed = datafile::File::parse(source.origin, source.text, diagnostics);
  if (!parsed) return out;
  TableReader file(parsed->root(), diagnostics);
  out.id = file.required_string("summary");
  check_name(file, "summary", out.id);
  if (!out.id.empty() && source.path != fmt::format("data/summaries/{}.toml", out.id)) {
    file.report("summary", "FORM-FILE-NAME",
                Message("FORM-FILE-NAME", {{"name", out.id + ".toml"}, {"pattern", "<summary>.toml"}}));
  }
  out.title = required_text(file, "title");
  out.law.name = out.id + "/law";
  out.law.text = required_text(file, "law");
  out.law.query = file.string_or("law_query", "");
  out.law.line = line_of(file, file.has("law_query") ? "law_query" : "law");
  out.every_page = out.law;
  out.every_page.name = out.id + "/every_page";
  out.every_page.text = read_text(file, "every_page");
  out.period = read_period(file);
  out.obligation = file.string_or("obligation", "");
  out.with = file.string_or("with", "");
  out.sources = file.boolean_or("sources", true);
  size_t number = 0;
  for (auto& table : file.tables("section")) {
    SummarySection section;
    section.name = required_text(table, "name");
    section.landscape = table.boolean_or("landscape", false);
    section.joined = table.boolean_or("joined", false);
    ++number;
    size_t block = 0;
    for (auto& one : table.tables("block")) {
      section.blocks.push_back(read_block(one, out.id + "/" + std::to_string(number) + "." + std::to_string(++block)));
    }
    table.finish();
    out.sections.push_back(std::move(section));
  }
  file.finish();
  return out;
}

}  // namespace esep::form

// SPDX-License-Identifier: MIT
#include "data_fuzz.h"

#include <cstdio>
#include <cstdlib>

#include "base/error.h"
#include "base/utf8.h"
#include "calendar/working_days.h"
#include "datafile/csv.h"
#include "datafile/toml.h"
#include "form/form_catalog.h"
#include "report/review/workflow.h"
#include "table/query_database.h"
#include "table/rules.h"
#include "table_fixture.h"

namespace esep::fuzz {
namespace {

void promise(bool kept, const char* what) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

void check(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics) {
    promise(!one.code.empty() && !one.message.key.empty(), "a diagnostic says what");
    promise(is_valid_utf8(one.source_line), "a quoted line is UTF-8");
    promise(one.line >= 0 && one.column >= 0, "a place is a place");
  }
}

void read_toml(const std::string& text) {
  Diagnostics diagnostics;
  const auto file = datafile::File::parse("file.toml", text, diagnostics);
  promise(file.has_value() || has_errors(diagnostics), "a file or an error");
  check(diagnostics);
}

void read_csv(const std::string& bytes) {
  const std::string text = datafile::csv_to_utf8(bytes);
  promise(is_valid_utf8(text), "CSV is UTF-8 once read");
  datafile::CsvReader reader(text, datafile::csv_separator(text));
  datafile::CsvRecord record;
  for (int last = 0; reader.next(record); last = record.line) promise(record.line > last, "lines ascend");
  Diagnostics diagnostics;
  (void)datafile::read_csv_table("file.csv", bytes, {"a"}, {"b"}, diagnostics);
  check(diagnostics);
}

void read_calendar(const std::string& text) {
  Diagnostics diagnostics;
  const auto days = calendar::WorkingDays::from_csv("days.csv", text, diagnostics);
  check(diagnostics);
  if (has_errors(diagnostics) || !days.covers(2026)) return;
  try {
    const calendar::Date start = *calendar::Date::parse_iso("2026-01-01");
    promise(days.count_working(start, days.add_working(start, 5)) == 5, "five working days are five");
  } catch (const Error& error) {
    promise(error.message().key == "CALENDAR-YEAR", "beyond the calendar");
  }
}

void compile(const form::FormDefinition& form, Diagnostics& diagnostics) {
  table::RuleRunner runner(form, nullptr, diagnostics);
  table::TypedRow row;
  row.sheet_row = row.record = 1;
  row.values.resize(form.columns.size());
  runner.add_row(row);
  (void)runner.run({}, 10, diagnostics);
}

void read_form(const std::string& text) {
  Diagnostics diagnostics;
  const datafile::LibraryFile file{"forms/f.2026-01.toml", "forms/f.2026-01.toml", text};
  const auto form = form::read_form(file, {}, diagnostics);
  check(diagnostics);
  if (has_errors(diagnostics)) return;
  Diagnostics again;
  const auto twin = form::read_form({file.path, file.origin, form.file.text}, {}, again);
  promise(!has_errors(again) && twin.columns.size() == form.columns.size() && twin.file.sha256() == form.file.sha256(),
          "a form reads back as itself");
  compile(form, diagnostics);
  check(diagnostics);
}

void read_register(const std::string& text) {
  Diagnostics diagnostics;
  (void)form::read_register({"data/registers/r.toml", "data/registers/r.toml", text}, diagnostics);
  check(diagnostics);
}

void read_roadmap(const std::string& text) {
  Diagnostics diagnostics;
  (void)form::read_roadmap({"data/roadmaps/r.toml", "data/roadmaps/r.toml", text}, diagnostics);
  check(diagnostics);
}

void read_workflow(const std::string& text) {
  Diagnostics diagnostics;
  (void)report::read_workflow({"data/workflow.toml", "data/workflow.toml", text}, diagnostics);
  check(diagnostics);
}

void run_rule(const std::string& text) {
  using table::test::dec;
  auto form = table::test::sample_form();
  form.rules = {table::test::rule(text), table::test::rule(text, form::RuleScope::table)};
  form.columns[0].required_if = text;
  form.fields[0].required_if = text;
  Diagnostics diagnostics;
  table::RuleRunner runner(form, nullptr, diagnostics);
  runner.add_row(
      table::test::row(form, 2, {{"amount", dec("1.5")}, {"people", int64_t{7}}, {"kind", std::string("new")}}));
  runner.add_row(table::test::row(
      form, 3,
      {{"amount", Decimal::from_units(INT64_MAX)}, {"people", INT64_MIN}, {"stages", std::string("a: 2026-01-02")}}));
  const auto hits = runner.run(table::test::context(), 100, diagnostics);
  promise(hits.size() <= 100, "hits are bounded");
  check(diagnostics);
}

void run_query(const std::string& text) {
  const calendar::WorkingDays none;
  table::QueryDatabase database(sqlite::Database::temporary(), none);
  database.add_table("things", {"name", "amount"},
                     [](const table::QueryParameters&, const table::QueryDatabase::Put& put) {
                       put({std::string("a"), int64_t{1}});
                       put({std::string("b"), INT64_MAX});
                     });
  try {
    auto statement = database.prepare("query", text, {});
    for (int i = 0; i < 100 && statement.step(); ++i) {
      for (int column = 0; column < statement.column_count(); ++column) (void)statement.value(column);
    }
  } catch (const Error& error) {
    promise(!error.message().key.empty(), "an error says what");
  }
}

}  // namespace

void read_data(std::string_view input) {
  const size_t line = input.find('\n');
  if (line == std::string_view::npos) return;
  const std::string_view kind = input.substr(0, line);
  const std::string text(input.substr(line + 1));
  if (kind == "@toml") read_toml(text);
  if (kind == "@csv") read_csv(text);
  if (kind == "@form") read_form(text);
  if (kind == "@register") read_register(text);
  if (kind == "@roadmap") read_roadmap(text);
  if (kind == "@calendar") read_calendar(text);
  if (kind == "@workflow") read_workflow(text);
  if (!is_valid_utf8(text)) return;  // a data file with such a rule or query is refused before it is read
  if (kind == "@rule") run_rule(text);
  if (kind == "@query") run_query(text);
}

}  // namespace esep::fuzz

// SPDX-License-Identifier: MIT
#include "app/query/query_tables.h"

#include "app/core/rights.h"
#include "app/core/standing_words.h"
#include "app/core/standings.h"
#include "app/core/status.h"
#include "app/core/verdict_words.h"
#include "app/core/windows.h"
#include "app/query/roadmap_tables.h"
#include "app/query/rows_left_out.h"
#include "registry/accepted_rows.h"
#include "registry/review_records.h"
#include "report/duty/no_term.h"
#include "report/read/parse_cell.h"
#include "table/storage.h"

namespace esep::app {
namespace {

using form::FormDefinition;
using sqlite::Value;
using table::QueryDatabase;
using table::QueryParameters;

Value date_or_null(const std::optional<calendar::Date>& date) { return date ? Value(date->iso()) : Value(); }

using RowSource = std::function<const std::vector<report::RegisterRow>&()>;

void add_register(const form::RegisterDefinition& definition, RowSource rows, QueryDatabase& out) {
  std::vector<std::string> columns{"_key"};
  std::vector<std::string> indexed{"_key"};
  for (const auto& column : definition.columns) {
    columns.push_back(column.id);
    if (!column.of.empty() || !column.refers_to.empty()) indexed.push_back(column.id);
  }
  out.add_table(definition.id, columns,
                [&definition, rows = std::move(rows)](const QueryParameters&, const QueryDatabase::Put& put) {
                  for (const auto& row : rows()) {
                    std::vector<Value> values{row.key};
                    for (const auto& column : definition.columns) {
                      const auto at = row.values.find(column.id);
                      values.push_back(at == row.values.end() ? Value() : table::stored_value(at->second));
                    }
                    put(values);
                  }
                });
  for (const auto& column : indexed) out.add_index(definition.id, column);
}

// Rows by the register's id, one of which is replaced.
report::RegisterRows rows_with(Engine& engine, const RegisterInstead& instead) {
  return [&engine, instead](std::string_view id) -> const std::vector<report::RegisterRow>& {
    static const std::vector<report::RegisterRow> kNone;
    if (instead.definition == nullptr || instead.definition->id != id) return engine.rows(id);
    return instead.rows == nullptr ? kNone : *instead.rows;
  };
}

void add_registers(Engine& engine, const RegisterInstead& instead, QueryDatabase& out) {
  const auto rows = rows_with(engine, instead);
  for (const auto& definition : engine.catalog().registers()) {
    if (instead.definition != nullptr && instead.definition->id == definition.id) continue;
    add_register(
        definition, [ rows, id = definition.id ]() -> const auto& { return rows(id); }, out);
  }
  if (instead.definition == nullptr) return;
  add_register(
      *instead.definition, [ rows, id = instead.definition->id ]() -> const auto& { return rows(id); }, out);
}

// Once for all registers, when a query first reads one of those that leave rows out.
void add_counted_registers(Engine& engine, QueryDatabase& out) {
  const auto left_out = std::make_shared<std::optional<RowsLeftOut>>();
  for (const auto& definition : engine.catalog().registers()) {
    if (!leaves_rows_out(definition)) {
      add_register(
          definition, [&engine, id = definition.id ]() -> const auto& { return engine.rows(id); }, out);
      continue;
    }
    const auto counted = std::make_shared<std::vector<report::RegisterRow>>();
    add_register(
        definition, [&engine, left_out, counted, id = definition.id ]() -> const auto& {
          if (!*left_out) *left_out = rows_left_out(engine);
          *counted = engine.rows(id);
          const auto& keys = (**left_out)[id];
          std::erase_if(*counted, [&](const report::RegisterRow& row) { return keys.contains(row.key); });
          return *counted;
        },
        out);
  }
}

std::vector<report::Submission> in_force(Engine& engine, const std::string& form) {
  registry::Registry::Filter filter;
  filter.form = form;
  auto out = engine.registry().submissions(filter);
  std::erase_if(out, [](const report::Submission& s) { return !s.is_in_force(); });
  return out;
}

// Only a term that runs from an event can change after the receipt; and where no term is set, nothing is in time.
registry::ChangedTimeliness changed_timeliness(Engine& engine, const std::string& form) {
  registry::ChangedTimeliness out;
  const auto editions = engine.catalog().editions(form);
  const bool may = std::any_of(editions.begin(), editions.end(), [](const auto* edition) {
    const auto& all = edition->obligations;
    return std::any_of(all.begin(), all.end(),
                       [](const auto& one) { return one.due.needs_event() || report::has_no_term(one); });
  });
  if (!may || !engine.has_workspace()) return out;
  Standings standings(engine);
  for (const auto& s : in_force(engine, form)) {
    const auto standing = standings.of(s);
    const std::string now = timeliness_word(engine, as_it_stands(s, standing));
    if (standing.at_receipt || now == report::kNoTerm || now == report::kNoDeadline) out.emplace(s.id, now);
  }
  return out;
}

// Fields are stored as texts; the report's own edition types them again.
void put_heads(Engine& engine, const std::string& form, const std::vector<std::string>& fields,
               const QueryDatabase::Put& put) {
  Standings standings(engine);
  for (const auto& s : in_force(engine, form)) {
    std::vector<Value> row{s.number,
                           s.key.organisation,
                           s.key.subject,
                           s.key.period,
                           s.key.stage,
                           int64_t{s.key.occurrence},
                           int64_t{s.revision},
                           s.receipt.received.date.iso(),
                           timeliness_word(engine, as_it_stands(s, standings.of(s))),
                           s.contents.edition,
                           int64_t{s.contents.nil ? 1 : 0}};
    const auto& edition = engine.form_of(s);
    const auto stored = engine.registry().fields(s.id);
    for (const std::string& id : fields) {
      const auto at = stored.find(id);
      const form::Field* field = edition.field(id);
      const bool there = at != stored.end() && field != nullptr;
      row.push_back(there ? table::stored_value(report::parse_typed(*field, at->second).value) : Value());
    }
    put(row);
  }
}

void add_form(Engine& engine, const std::string& form, QueryDatabase& out) {
  const auto editions = engine.report_forms().editions(engine.catalog(), form);
  out.add_view(form, registry::accepted_rows_sql(out.database(), editions, changed_timeliness(engine, form)));
  std::vector<std::string> fields;
  for (const auto* edition : editions) {
    for (const auto& field : edition->fields) {
      if (std::find(fields.begin(), fields.end(), field.id) == fields.end()) fields.push_back(field.id);
    }
  }
  std::vector<std::string> columns = registry::report_columns();
  columns.emplace_back("_nil");
  columns.insert(columns.end(), fields.begin(), fields.end());
  out.add_table(form + ".head", columns,
                [&engine, form, fields](const QueryParameters&, const QueryDatabase::Put& put) {
                  if (engine.has_workspace()) put_heads(engine, form, fields, put);
                });
}

// An event that was recorded for no form is one of each form whose terms it starts, unless that form has a record of
// its own.
std::vector<std::string> forms_of_event(const form::FormCatalog& catalog, const std::vector<report::Event>& all,
                                        const report::Event& event) {
  if (!event.key.form.empty()) return {event.key.form};
  std::vector<std::string> out;
  for (const form::Obligation& one : catalog.obligations()) {
    if (one.event != event.event || one.form.empty()) continue;
    report::ReportKey own = event.key;
    own.form = one.form;
    const bool recorded = std::any_of(all.begin(), all.end(), [&](const report::Event& other) {
      return other.event == event.event && other.key == own;
    });
    const bool listed = std::find(out.begin(), out.end(), one.form) != out.end();
    if (!recorded && !listed) out.push_back(one.form);
  }
  if (out.empty()) out.emplace_back();
  return out;
}

void put_events(Engine& engine, const QueryDatabase::Put& put) {
  if (!engine.has_workspace()) return;
  const auto all = report::events_in_force(engine.registry().events());
  for (const auto& event : all) {
    if (event.none) continue;
    for (const std::string& form : forms_of_event(engine.catalog(), all, event)) {
      put({event.event, form, event.key.organisation, event.key.subject, event.key.period, event.key.stage,
           int64_t{event.key.occurrence}, event.date.iso(), event.document});
    }
  }
}

void put_windows(Engine& engine, const RegisterInstead& instead, const QueryDatabase::Put& put) {
  if (!engine.has_workspace()) return;
  for (const Window& one : windows(engine, rows_with(engine, instead))) {
    put({one.subject_register, one.subject, one.organisation, one.opened_on.iso(), one.ends_on.iso()});
  }
}

std::string text_of(const QueryParameters& parameters, const char* name) {
  const auto at = parameters.find(name);
  const auto* text = at == parameters.end() ? nullptr : std::get_if<std::string>(&at->second);
  return text == nullptr ? "" : *text;
}

// `:period` and `:since` with the periods of their kind between them, in order; at most a hundred.
std::vector<calendar::Period> periods_told(const QueryParameters& parameters) {
  constexpr size_t kMost = 100;
  const auto until = calendar::Period::parse(text_of(parameters, "period"));
  auto since = calendar::Period::parse(text_of(parameters, "since"));
  if (!until) return since ? std::vector{*since} : std::vector<calendar::Period>{};
  if (!since) return {*until};
  if (since->kind != until->kind || *until < *since) return {*since, *until};
  std::vector<calendar::Period> out;
  for (; *since < *until && out.size() < kMost; since = since->next()) out.push_back(*since);
  out.push_back(*until);
  return out;
}

void put_duties(Engine& engine, const QueryParameters& parameters, const QueryDatabase::Put& put) {
  const auto today = calendar::Date::parse_iso(text_of(parameters, "today"));
  if (!engine.has_workspace() || !today) return;
  std::set<std::pair<std::string, report::ReportKey>> seen;  // a duty that an event starts has no period
  for (const calendar::Period& period : periods_told(parameters)) {
    report::DutyFilter filter;
    filter.period = period;
    for (const auto& row : collect_status(engine, filter, *today)) {
      const auto& key = row.duty.key;
      if (row.duty.beyond_calendar) continue;
      if (!seen.emplace(row.duty.obligation->id, key).second) continue;
      const auto& waiver = row.waiver ? row.waiver : row.origin.waiver_over;
      put({row.duty.obligation->id,
           key.form,
           key.stage,
           int64_t{key.occurrence},
           key.organisation,
           key.subject,
           key.period,
           date_or_null(row.duty.due.nominal),
           date_or_null(row.duty.due.effective),
           std::string(report::timeliness_word(row)),
           std::string(report::state_name(row.state)),
           row.received ? Value(row.received->date.iso()) : Value(),
           date_or_null(row.done),
           row.origin.uncounted ? Value() : Value(int64_t{row.working_days_late}),
           int64_t{row.revision},
           row.submission,
           row.duty.law().kk,
           row.duty.law().ru,
           row.early ? Value(row.early->not_before.iso()) : Value(),
           waiver ? Value(waiver->until.iso()) : Value(),
           waiver ? Value(waiver->basis) : Value(),
           int64_t{row.origin.waiver_over ? 1 : 0}});
    }
  }
}

void put_recommendations(Engine& engine, const QueryParameters& parameters, const QueryDatabase::Put& put) {
  if (!engine.has_workspace()) return;
  const auto today = calendar::Date::parse_iso(text_of(parameters, "today"));
  for (const auto& one : registry::ReviewRecords(engine.registry()).recommendations()) {
    const auto submission = engine.registry().find(std::to_string(one.submission));
    const auto& key = submission.key;
    const bool closed = one.state == report::Recommendation::State::closed;
    const int over = today && !closed ? report::term_on(one.due, *today, engine.calendar()).over : 0;
    const auto withdrawal = withdrawal_of(engine, submission);
    put({one.number, submission.number, key.form, key.organisation, key.subject, key.period, one.place.cell,
         one.place.item, one.text, one.at.date.iso(), one.due.iso(),
         std::string(report::recommendation_state_name(one.state)), one.answer, int64_t{over},
         withdrawal ? Value(withdrawal->on.iso()) : Value(), int64_t{submission.revision}});
  }
}

std::unique_ptr<QueryDatabase> empty_database(Engine& engine) {
  if (engine.has_workspace()) engine.open_register();
  auto database =
      engine.has_workspace() ? registry::open_read_only(engine.workspace() / "esep.db") : sqlite::Database::temporary();
  return std::make_unique<QueryDatabase>(std::move(database), engine.calendar());
}

void add_reports(Engine& engine, QueryDatabase& out) {
  for (const std::string& form : engine.catalog().form_ids()) add_form(engine, form, out);
  add_roadmap_tables(engine.catalog(), out);
}

void add_terms(Engine& engine, const RegisterInstead& instead, QueryDatabase& out) {
  out.add_table("events",
                {"event", "form", "organisation", "subject", "period", "stage", "occurrence", "date", "document"},
                [&engine](const QueryParameters&, const QueryDatabase::Put& put) { put_events(engine, put); });
  out.add_table(
      "windows", {"register", "subject", "organisation", "opened_on", "ends_on"},
      [&engine, instead](const QueryParameters&, const QueryDatabase::Put& put) { put_windows(engine, instead, put); });
  out.add_index("windows", "subject");
  out.add_table(
      "duties",
      {"obligation", "form",       "stage",      "occurrence", "organisation", "subject",      "period",
       "nominal",    "effective",  "timeliness", "state",      "received",     "done",         "working_days_late",
       "revision",   "submission", "law_kk",     "law_ru",     "too_early",    "waiver_until", "waiver_basis",
       "waiver_over"},
      [&engine](const QueryParameters& p, const QueryDatabase::Put& put) { put_duties(engine, p, put); },
      QueryDatabase::Refill::by_period);
  out.add_table(
      "recommendations",
      {"recommendation", "submission", "form", "organisation", "subject", "period", "cell", "item", "text", "given",
       "due", "state", "answer", "working_days_over", "withdrawn", "revision"},
      [&engine](const QueryParameters& p, const QueryDatabase::Put& put) { put_recommendations(engine, p, put); },
      QueryDatabase::Refill::by_period);
}

}  // namespace

std::unique_ptr<QueryDatabase> make_query_database(Engine& engine, const RegisterInstead& instead) {
  auto out = empty_database(engine);
  add_registers(engine, instead, *out);
  add_reports(engine, *out);
  add_terms(engine, instead, *out);
  return out;
}

std::unique_ptr<QueryDatabase> make_counted_database(Engine& engine) {
  auto out = empty_database(engine);
  add_counted_registers(engine, *out);
  add_reports(engine, *out);
  add_terms(engine, {}, *out);
  return out;
}

}  // namespace esep::app

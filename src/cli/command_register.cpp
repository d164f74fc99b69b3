// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/query/roadmap_measures.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/text_table.h"
#include "cli/value_options.h"
#include "text/report_json.h"
#include "text/roadmap_json.h"

namespace esep::cli {
namespace {

// With one measure asked for, also what it is completed by and its executors.
void print_measures(Session& session, const form::Roadmap& roadmap, const std::vector<const form::Measure*>& measures,
                    bool in_full) {
  const Lang lang = session.lang();
  TextTable table({"№", session.say("LIST-MEASURE"), session.say("STATUS-DUE"), session.say("LIST-EXECUTORS")});
  for (const auto* measure : measures) {
    table.add(
        {measure->number, measure->title.in(lang), measure->due.back().dotted(), measure->executors_text.in(lang)});
    if (!in_full) continue;
    table.add_line("    " + measure->completion.in(lang) + "; " + measure->term.in(lang));
    if (!measure->note.empty()) table.add_line("    " + measure->note.in(lang));
    for (const auto& one : form::executions(roadmap)) {
      if (one.measure != measure) continue;
      std::string line =
          "    " + app::organisation_title(session.engine(), one.organisation).in(lang) + " (" + one.organisation + ")";
      if (one.inherited != nullptr)
        line += " ← " + app::organisation_title(session.engine(), one.inherited->organisation).in(lang) + ", " +
                one.inherited->act.in(lang);
      table.add_line(line);
    }
  }
  table.print(session.out());
}

int show_roadmap(Session& session, const form::Roadmap& roadmap) {
  const Arguments& arguments = session.arguments();
  const std::string number = arguments.get("measure");
  const std::string executor = arguments.get("executor");
  if (!executor.empty()) app::require_known_organisation(session.engine(), executor);
  const auto measures = app::roadmap_measures(roadmap, number, executor);
  if (session.json()) {
    session.out() << text::roadmap_json(roadmap, measures);
    return kOk;
  }
  session.out() << roadmap.title.in(session.lang()) << '\n';
  print_measures(session, roadmap, measures, !number.empty());
  return kOk;
}

int list_registers(Session& session) {
  TextTable table({session.say("LIST-TITLE"), session.say("LIST-NAME")});
  for (const auto& definition : session.engine().catalog().registers())
    table.add({definition.title.in(session.lang()), definition.id});
  for (const auto& roadmap : session.engine().catalog().roadmaps())
    table.add({roadmap.title.in(session.lang()), roadmap.id});
  table.print(session.out());
  return kOk;
}

std::string shown(const report::RegisterRow& row, const form::RegisterColumn& column, Lang lang) {
  const auto at = row.values.find(column.id);
  if (at == row.values.end()) return {};
  for (const form::Choice& choice : column.choices) {
    if (choice.id == form::canonical_text(at->second)) return choice.title.in(lang);
  }
  // Whole numbers may be years, so their digits stay together.
  if (std::holds_alternative<int64_t>(at->second)) return form::canonical_text(at->second);
  return form::display_text(column.type, at->second, lang);
}

// What the heading of a file for `import` may say.
void print_columns(Session& session, const form::RegisterDefinition& definition) {
  TextTable table({session.say("LIST-NAME"), session.say("LIST-TITLE")});
  for (const auto& column : definition.columns) table.add({column.id, column.title.text.in(session.lang())});
  table.print(session.out());
}

// Title, key and organisation, then what else the register has.
void print_register_rows(Session& session, const form::RegisterDefinition& definition,
                         const std::vector<report::RegisterRow>& rows) {
  using form::RegisterRole;
  const Lang lang = session.lang();
  const auto* key = definition.by_role(RegisterRole::key);
  const auto* organisation = definition.by_role(RegisterRole::organisation);
  const auto* title = definition.by_role(RegisterRole::title, lang);
  if (title != nullptr && title->lang && title->lang != lang) title = definition.by_role(RegisterRole::title, Lang::ru);
  std::vector<const form::RegisterColumn*> others;
  for (const auto& column : definition.columns) {
    if (&column != key && &column != organisation && column.role != RegisterRole::title &&
        column.role != RegisterRole::provenance)
      others.push_back(&column);
  }
  const auto heading = [&](const form::RegisterColumn* column) {
    return column == nullptr ? std::string() : column->title.text.in(lang);
  };
  std::vector<std::string> headings{heading(title), key == nullptr ? definition.title.in(lang) : heading(key),
                                    heading(organisation)};
  for (const auto* column : others) headings.push_back(heading(column));
  TextTable table(std::move(headings));
  for (const auto& row : rows) {
    std::vector<std::string> cells{
        title == nullptr ? "" : report::row_title(definition, row).in(lang), row.key,
        organisation == nullptr ? "" : report::row_text(definition, row, RegisterRole::organisation)};
    for (const auto* column : others) cells.push_back(shown(row, *column, lang));
    table.add(std::move(cells));
  }
  if (!rows.empty()) return table.print(session.out());
  print_columns(session, definition);
  session.tell(Message("REGISTER-EMPTY", {{"register", definition.title}, {"argument", definition.id}}));
}

bool is_listed(Session& session, const std::string& id) {
  const auto& catalog = session.engine().catalog();
  const auto has_id = [&](const auto& one) { return one.id == id; };
  return std::any_of(catalog.registers().begin(), catalog.registers().end(), has_id) ||
         std::any_of(catalog.roadmaps().begin(), catalog.roadmaps().end(), has_id);
}

int run_register(Session& session) {
  const auto& arguments = session.arguments();
  arguments.at_most(2);
  if (arguments.positional().empty()) return list_registers(session);
  const std::string& verb = arguments.positional(0, "show");
  if (verb != "show" && !is_listed(session, verb)) refuse_value("register", verb, {"show"});
  if (verb != "show")
    throw Error(Message("CLI-BAD-VALUE", {{"option", "register"}, {"value", verb}, {"known", "show"}}),
                Message("CLI-COMMAND-MEANT", {{"command", "register show " + verb}}), Error::Kind::usage);
  if (arguments.positional().size() < 2) return list_registers(session);
  const std::string wanted = app::require_listed_register(session.engine(), arguments.positional(1, "REGISTER"));
  for (const auto& roadmap : session.engine().catalog().roadmaps()) {
    if (roadmap.id == wanted) return show_roadmap(session, roadmap);
  }
  const auto& definition = session.engine().catalog().register_by_id(wanted);
  const auto& rows = session.engine().rows(definition.id);
  if (session.json()) {
    session.out() << text::register_json(definition, rows);
    return kOk;
  }
  print_register_rows(session, definition, rows);
  return kOk;
}

}  // namespace

Command register_command() {
  return {"register",
          "[show [REGISTER|ROADMAP [--measure N] [--executor ORG]]]",
          "CMD-REGISTER",
          {{"measure", '\0', "N", "OPT-MEASURE"}, {"executor", '\0', "ORG", "OPT-EXECUTOR"}},
          run_register,
          {"esep register show", "esep register show grants", "esep register show children-2024-2026 --measure 15"}};
}

}  // namespace esep::cli

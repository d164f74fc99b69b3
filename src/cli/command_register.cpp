// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/core/known_keys.h"
#include "app/core/names.h"
#include "app/query/roadmap_measures.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "text/report_json.h"
#include "text/roadmap_json.h"

namespace esep::cli {
namespace {

void print_measure(Session& session, const form::Measure& measure) {
  const Lang lang = session.lang();
  session.out() << measure.number << '\t' << measure.due.back().iso() << '\t' << measure.executors_text.in(lang) << '\t'
                << measure.title.in(lang) << '\n';
}

void print_executors(Session& session, const form::Roadmap& roadmap, const form::Measure& measure) {
  const Lang lang = session.lang();
  session.out() << "\t\t" << measure.completion.in(lang) << "; " << measure.term.in(lang) << '\n';
  if (!measure.note.empty()) session.out() << "\t\t" << measure.note.in(lang) << '\n';
  for (const auto& one : form::executions(roadmap)) {
    if (one.measure != &measure) continue;
    session.out() << "\t\t" << one.organisation << '\t'
                  << app::organisation_title(session.engine(), one.organisation).in(lang);
    if (one.inherited != nullptr) {
      session.out() << " ← " << app::organisation_title(session.engine(), one.inherited->organisation).in(lang) << ", "
                    << one.inherited->act.in(lang);
    }
    session.out() << '\n';
  }
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
  for (const auto* measure : measures) {
    print_measure(session, *measure);
    if (!number.empty()) print_executors(session, roadmap, *measure);
  }
  return kOk;
}

int list_registers(Session& session) {
  for (const auto& definition : session.engine().catalog().registers()) {
    session.out() << definition.id << '\t' << definition.title.in(session.lang()) << '\n';
  }
  for (const auto& roadmap : session.engine().catalog().roadmaps()) {
    session.out() << roadmap.id << '\t' << roadmap.title.in(session.lang()) << '\n';
  }
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

// Key, organisation and title, then what else the register has; the first line names the columns.
void print_rows(Session& session, const form::RegisterDefinition& definition,
                const std::vector<report::RegisterRow>& rows) {
  using form::RegisterRole;
  const Lang lang = session.lang();
  auto& out = session.out();
  const auto* key = definition.by_role(RegisterRole::key);
  const auto* organisation = definition.by_role(RegisterRole::organisation);
  const auto* title = definition.by_role(RegisterRole::title, lang);
  if (title != nullptr && title->lang && title->lang != lang) title = definition.by_role(RegisterRole::title, Lang::ru);
  std::vector<const form::RegisterColumn*> others;
  for (const auto& column : definition.columns) {
    if (&column != key && &column != organisation && column.role != RegisterRole::title) others.push_back(&column);
  }
  out << (key == nullptr ? definition.title : key->title.text).in(lang);
  if (organisation != nullptr) out << '\t' << organisation->title.text.in(lang);
  if (title != nullptr) out << '\t' << title->title.text.in(lang);
  for (const auto* column : others) out << '\t' << column->title.text.in(lang);
  out << '\n';
  for (const auto& row : rows) {
    out << row.key;
    if (organisation != nullptr) out << '\t' << report::row_text(definition, row, RegisterRole::organisation);
    if (title != nullptr) out << '\t' << report::row_title(definition, row).in(lang);
    for (const auto* column : others) out << '\t' << squeeze_spaces(shown(row, *column, lang));
    out << '\n';
  }
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
  const std::string& verb = arguments.positional(0, "show");
  if (verb != "show") {
    throw Error(Message("CLI-BAD-VALUE", {{"option", "register"}, {"value", verb}, {"known", "show"}}),
                is_listed(session, verb) ? Message("CLI-COMMAND-MEANT", {{"command", "register show " + verb}})
                                         : Message("CLI-SEE-HELP"),
                Error::Kind::usage);
  }
  if (arguments.positional().size() < 2) return list_registers(session);
  const std::string& wanted = arguments.positional(1, "REGISTER");
  for (const auto& roadmap : session.engine().catalog().roadmaps()) {
    if (roadmap.id == wanted) return show_roadmap(session, roadmap);
  }
  const auto& definition = session.engine().catalog().register_by_id(wanted);
  const auto& rows = session.engine().rows(definition.id);
  if (session.json()) {
    session.out() << text::register_json(definition, rows);
    return kOk;
  }
  print_rows(session, definition, rows);
  return kOk;
}

}  // namespace

Command register_command() {
  return {"register",
          "show [REGISTER|ROADMAP [--measure N] [--executor ORG]]",
          "CMD-REGISTER",
          {{"measure", '\0', "N", "OPT-MEASURE"}, {"executor", '\0', "ORG", "OPT-EXECUTOR"}},
          run_register};
}

}  // namespace esep::cli

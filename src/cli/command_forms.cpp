// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include "app/core/edition_of.h"
#include "app/core/message_key.h"
#include "app/upkeep/lint.h"
#include "app/upkeep/new_form.h"
#include "app/upkeep/unread_files.h"
#include "base/error.h"
#include "base/shell.h"
#include "cli/commands.h"
#include "cli/text_table.h"
#include "cli/value_options.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

int list_forms(Session& session) {
  const auto& catalog = session.engine().catalog();
  std::vector<const form::FormDefinition*> forms;
  for (const std::string& id : catalog.form_ids()) {
    for (const auto* edition : catalog.editions(id)) forms.push_back(edition);
  }
  if (session.json()) {
    session.out() << text::forms_json(forms, session.lang());
    return kOk;
  }
  TextTable table(
      {session.say("LIST-TITLE"), session.say("LIST-FORM"), session.say("LIST-EDITION"), session.say("LIST-IN-FORCE")});
  for (const auto* form : forms) {
    const auto& in_force = form->law.in_force;
    table.add({form->plain_title().in(session.lang()), form->id, form->edition,
               in_force.from.dotted() + " – " + (in_force.to ? in_force.to->dotted() : "…")});
  }
  table.print(session.out());
  for (const auto& file : app::unread_files(session.engine()))
    session.tell(Message("FORMS-UNREAD", {{"file", file.string()}}));
  return kOk;
}

std::string type_of(Session& session, form::ColumnType type) {
  return session.say(Message(app::message_key("TYPE-", form::column_type_name(type)), {}));
}

// Who wrote the words of a title. «Own» words of a workspace's form are its author's, not the program's.
std::string provenance_of(Session& session, const form::FormDefinition& form, form::Provenance provenance) {
  if (provenance == form::Provenance::own && app::is_of_workspace(session.engine(), form))
    return session.say("PROVENANCE-OWN-FORM");
  return session.say(Message(app::message_key("PROVENANCE-", form::provenance_name(provenance)), {}));
}

void print_form(Session& session, const form::FormDefinition& form) {
  const Lang lang = session.lang();
  session.out() << form.plain_title().in(lang) << '\n' << form.law.act.in(lang) << '\n';
  TextTable fields({session.say("LIST-FIELD"), session.say("LIST-NAME"), session.say("LIST-TYPE")});
  for (const auto& field : form.fields) fields.add({field.title.text.in(lang), field.id, type_of(session, field.type)});
  TextTable columns({"№", session.say("LIST-COLUMN"), session.say("LIST-NAME"), session.say("LIST-TYPE"),
                     session.say("LIST-REQUIRED"), session.say("LIST-PROVENANCE")});
  for (const auto& column : form.columns) {
    columns.add({column.number, column.title.text.in(lang), column.id, type_of(session, column.type),
                 column.required ? session.say("LIST-YES") : "", provenance_of(session, form, column.title.in(lang))});
  }
  for (const TextTable* table : {&fields, &columns}) {
    if (!table->empty()) session.out() << '\n';
    table->print(session.out());
  }
}

int show_form(Session& session, const std::string& id) {
  const auto& form = session.engine().catalog().require(id);
  if (session.json()) {
    session.out() << text::forms_json({&form}, session.lang());
    return kOk;
  }
  print_form(session, form);
  return kOk;
}

int lint(Session& session, const std::string& file) {
  const Diagnostics diagnostics = app::lint_file(session.engine(), file);
  for (const Diagnostic& diagnostic : diagnostics) session.print(diagnostic);
  if (has_errors(diagnostics)) return kFindings;
  const auto warnings = std::count_if(diagnostics.begin(), diagnostics.end(),
                                      [](const Diagnostic& one) { return one.severity == Severity::warning; });
  session.tell(
      Message(warnings == 0 ? "LINT-CLEAN" : "LINT-WARNINGS", {{"file", file}, {"count", std::to_string(warnings)}}));
  return kOk;
}

// forms/<form>.<edition>.toml: of a file's name the part between is the edition.
std::string edition_in(const std::string& form, const std::string& file, const std::string& usual) {
  const std::string name = std::filesystem::path(file).filename().string();
  const std::string begin = form + ".";
  const std::string end = ".toml";
  if (name.starts_with(begin) && name.ends_with(end) && name.size() > begin.size() + end.size())
    return name.substr(begin.size(), name.size() - begin.size() - end.size());
  throw Error(Message("FORM-FILE-NAME", {{"name", begin + usual + end}, {"pattern", "<form>.<edition>.toml"}}), {},
              Error::Kind::usage);
}

int begin_form(Session& session, const std::string& form) {
  const std::string file = session.arguments().get("output");
  const std::string month = session.now().date.iso().substr(0, 7);
  const auto begun = [&](const std::string& edition) {
    const auto from = calendar::Date::parse_iso(edition + "-01");
    return app::new_form(session.library(), form, edition, from.value_or(*calendar::Date::parse_iso(month + "-01")));
  };
  std::string text = begun(month);  // a wrong name is refused before a file is asked to bear it
  const bool to_file = !file.empty() && file != "-";
  if (to_file && std::filesystem::is_directory(file)) {
    const std::string inside = (std::filesystem::path(file) / (form + "." + month + ".toml")).string();
    throw Error(Message("FORMS-NEW-FOLDER", {{"folder", file}, {"file", inside}}), {}, Error::Kind::usage);
  }
  const std::string edition = to_file ? edition_in(form, file, month) : month;
  if (edition != month) text = begun(edition);
  if (to_file && std::filesystem::exists(file)) throw Error(Message("FORMS-NEW-EXISTS", {{"file", file}}));
  session.write_output(to_file ? file : "-", text);
  if (to_file) session.tell(Message("FORMS-NEW-WRITTEN", {{"file", file}, {"argument", shell_quoted(file)}}));
  return kOk;
}

// `forms data obligations.toml`: a file of the program's own, to which an office adds what is its own.
int print_data(Session& session, const std::string& name) {
  std::vector<std::string> known;
  const auto& shipped = session.engine().shipped();
  for (const std::string& path : shipped.list("data/", ".toml")) {
    const std::string file = path.substr(std::string_view("data/").size());
    if (file.find('/') == std::string::npos) known.push_back(file);
  }
  if (std::find(known.begin(), known.end(), name) == known.end()) refuse_value("forms data", name, known);
  const std::string file = session.arguments().get("output");
  const bool to_file = !file.empty() && file != "-";
  if (to_file && std::filesystem::exists(file)) throw Error(Message("FORMS-NEW-EXISTS", {{"file", file}}));
  session.write_output(to_file ? file : "-", shipped.get("data/" + name).text);
  if (!to_file) return kOk;
  const bool linted = app::lints_data(name, std::filesystem::path(file).filename().string());
  session.tell(linted ? Message("FORMS-NEW-WRITTEN", {{"file", file}, {"argument", shell_quoted(file)}})
                      : Message("RENDER-DONE", {{"file", file}}));
  return kOk;
}

int run_forms(Session& session) {
  const auto& arguments = session.arguments();
  arguments.at_most(2);
  const std::string action = arguments.positional().empty() ? "" : arguments.positional()[0];
  if (action.empty() || action == "show" || action == "lint") arguments.refuse({"output"}, "forms new, forms data");
  if (action.empty()) return list_forms(session);
  if (action == "show") return show_form(session, arguments.positional(1, "FORM"));
  if (action == "lint") return lint(session, arguments.positional(1, "FILE.toml"));
  if (action == "new") return begin_form(session, arguments.positional(1, "NAME"));
  if (action == "data") return print_data(session, arguments.positional(1, "FILE.toml"));
  refuse_value("forms", action, {"show", "lint", "new", "data"});
}

}  // namespace

Command forms_command() {
  return {
      "forms",
      "[show FORM | lint FILE.toml | new NAME [-o FILE] | data FILE.toml [-o FILE]]",
      "CMD-FORMS",
      {{"output", 'o', "FILE", "OPT-FORMS-OUTPUT"}},
      run_forms,
      {"esep forms", "esep forms show tied-grant-usage", "esep forms lint forms/visits.2026-11.toml",
       "esep forms new visits -o forms/visits.2026-11.toml", "esep forms data obligations.toml -o obligations.toml"}};
}

}  // namespace esep::cli

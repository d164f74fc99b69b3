// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include "app/upkeep/lint.h"
#include "app/upkeep/new_form.h"
#include "app/upkeep/unread_files.h"
#include "base/error.h"
#include "base/shell.h"
#include "cli/commands.h"
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
  for (const auto* form : forms) {
    session.out() << form->id << '\t' << form->edition << '\t' << form->law.in_force.from.dotted() << " – "
                  << (form->law.in_force.to ? form->law.in_force.to->dotted() : "…") << '\t'
                  << form->plain_title().in(session.lang()) << '\n';
  }
  for (const auto& file : app::unread_files(session.engine()))
    session.tell(Message("FORMS-UNREAD", {{"file", file.string()}}));
  return kOk;
}

int show_form(Session& session, const std::string& id) {
  const auto& form = session.engine().catalog().require(id);
  if (session.json()) {
    session.out() << text::forms_json({&form}, session.lang());
    return kOk;
  }
  const Lang lang = session.lang();
  session.out() << form.plain_title().in(lang) << '\n' << form.law.act.in(lang) << "\n\n";
  for (const auto& field : form.fields) {
    session.out() << "  " << field.id << '\t' << form::column_type_name(field.type) << '\t' << field.title.text.in(lang)
                  << '\n';
  }
  session.out() << '\n';
  for (const auto& column : form.columns) {
    session.out() << column.number << '\t' << column.id << '\t' << form::column_type_name(column.type)
                  << (column.required ? " *" : "") << '\t' << form::provenance_name(column.title.in(lang)) << '\t'
                  << column.title.text.in(lang) << '\n';
  }
  return kOk;
}

int lint(Session& session, const std::string& file) {
  const Diagnostics diagnostics = app::lint_file(session.engine(), file);
  for (const Diagnostic& diagnostic : diagnostics) session.print(diagnostic);
  const bool clean = std::all_of(diagnostics.begin(), diagnostics.end(),
                                 [](const Diagnostic& one) { return one.severity == Severity::info; });
  if (clean) session.tell(Message("LINT-CLEAN", {{"file", file}}));
  return has_errors(diagnostics) ? kFindings : kOk;
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
  const bool to_file = !file.empty() && file != "-";
  if (to_file && std::filesystem::is_directory(file)) {
    const std::string inside = (std::filesystem::path(file) / (form + "." + month + ".toml")).string();
    throw Error(Message("FORMS-NEW-FOLDER", {{"folder", file}, {"file", inside}}), {}, Error::Kind::usage);
  }
  const std::string edition = to_file ? edition_in(form, file, month) : month;
  const auto from = calendar::Date::parse_iso(edition + "-01");
  const std::string text =
      app::new_form(session.library(), form, edition, from.value_or(*calendar::Date::parse_iso(month + "-01")));
  if (to_file && std::filesystem::exists(file)) throw Error(Message("FORMS-NEW-EXISTS", {{"file", file}}));
  session.write_output(to_file ? file : "-", text);
  if (to_file) session.tell(Message("FORMS-NEW-WRITTEN", {{"file", file}, {"argument", shell_quoted(file)}}));
  return kOk;
}

int run_forms(Session& session) {
  const auto& arguments = session.arguments();
  arguments.at_most(2);
  if (arguments.positional().empty()) return list_forms(session);
  const std::string& action = arguments.positional()[0];
  if (action == "show") return show_form(session, arguments.positional(1, "FORM"));
  if (action == "lint") return lint(session, arguments.positional(1, "FILE.toml"));
  if (action == "new") return begin_form(session, arguments.positional(1, "NAME"));
  throw Error(Message("CLI-BAD-VALUE", {{"option", "forms"}, {"value", action}, {"known", "show, lint, new"}}),
              "CLI-SEE-HELP", Error::Kind::usage);
}

}  // namespace

Command forms_command() {
  return {"forms",
          "[show FORM | lint FILE.toml | new NAME [-o FILE]]",
          "CMD-FORMS",
          {{"output", 'o', "FILE", "OPT-FORMS-OUTPUT"}},
          run_forms};
}

}  // namespace esep::cli

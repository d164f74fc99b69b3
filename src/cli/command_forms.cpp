// SPDX-License-Identifier: MIT
#include "app/upkeep/lint.h"
#include "base/error.h"
#include "cli/commands.h"
#include "text/report_json.h"

namespace esep::cli {
namespace {

int list_forms(Session& session) {
  const auto& catalog = session.engine().catalog();
  std::vector<text::FormView> views;
  for (const std::string& id : catalog.form_ids()) {
    for (const auto* edition : catalog.editions(id)) views.push_back({edition});
  }
  if (session.json()) {
    session.out() << text::forms_json(views, session.lang());
    return kOk;
  }
  for (const auto& [form] : views) {
    session.out() << form->id << '\t' << form->edition << '\t' << form->law.in_force.from.dotted() << " – "
                  << (form->law.in_force.to ? form->law.in_force.to->dotted() : "…") << '\t'
                  << form->plain_title().in(session.lang()) << '\n';
  }
  return kOk;
}

int show_form(Session& session, const std::string& id) {
  const auto editions = session.engine().catalog().editions(id);
  const auto& form = editions.empty() ? session.engine().catalog().edition(id, "") : *editions.back();
  if (session.json()) {
    session.out() << text::forms_json({{&form}}, session.lang());
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
  if (diagnostics.empty()) session.tell(Message("LINT-CLEAN", {{"file", file}}));
  return has_errors(diagnostics) ? kFindings : kOk;
}

int run_forms(Session& session) {
  const auto& arguments = session.arguments();
  arguments.at_most(2);
  if (arguments.positional().empty()) return list_forms(session);
  const std::string& action = arguments.positional()[0];
  if (action == "show") return show_form(session, arguments.positional(1, "FORM"));
  if (action == "lint") return lint(session, arguments.positional(1, "FILE.toml"));
  throw Error(Message("CLI-BAD-VALUE", {{"option", "forms"}, {"value", action}, {"known", "show, lint"}}),
              "CLI-SEE-HELP", Error::Kind::usage);
}

}  // namespace

Command forms_command() { return {"forms", "[show FORM | lint FILE.toml]", "CMD-FORMS", {}, run_forms}; }

}  // namespace esep::cli

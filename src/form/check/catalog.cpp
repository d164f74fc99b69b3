// SPDX-License-Identifier: MIT
#include "form/check/catalog.h"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "base/text.h"
#include "form/check/file_problems.h"

namespace esep::form {
namespace {

constexpr const char* kObligations = "data/obligations.toml";

std::string path_of(const FormDefinition& form) { return fmt::format("forms/{}.{}.toml", form.id, form.edition); }

// Reads a file again, only if there is something to report in it.
template <typename Report>
void in_file(const datafile::Library& library, const std::string& path, Diagnostics& diagnostics,
             const Report& report) {
  const auto file = library.find(path);
  if (!file) return;
  Diagnostics known;
  const auto parsed = datafile::File::parse(file->origin, file->text, known);
  if (parsed) report(FileProblems(parsed->root(), diagnostics));
}

// Words and codes, which a cell shows as the register has them.
bool is_plain_text(ColumnType type) {
  return type == ColumnType::text || type == ColumnType::url || type == ColumnType::iin || type == ColumnType::bin ||
         type == ColumnType::bic || type == ColumnType::vin;
}

// Whether the heading field can hold whatever stands in the register's column. If not, a blank shows what is then
// refused as wrong.
bool can_hold(const ValueSpec& field, const ValueSpec& given) {
  if (field.multiple != given.multiple || field.pattern != given.pattern) return false;
  if (field.type == ColumnType::text && is_plain_text(given.type)) return true;
  return field.type == given.type && field.scale >= given.scale;
}

// The keys of a field that can hold the column's values.
std::string spelled(const ValueSpec& given) {
  std::string out = fmt::format("type = \"{}\"", column_type_name(given.type));
  if (given.scale > 0) out += fmt::format(", scale = {}", given.scale);
  if (given.multiple) out += ", multiple = true";
  if (given.pattern == LinePattern::labelled_date) out += ", pattern = \"labelled_date\"";
  return out;
}

class CatalogChecker {
 public:
  CatalogChecker(const datafile::Library& library, const std::vector<FormDefinition>& forms,
                 const std::vector<RegisterDefinition>& registers, Diagnostics& diagnostics)
      : library_(library), registers_(registers), diagnostics_(diagnostics) {
    for (const RegisterDefinition& one : registers) register_ids_.push_back(one.id);
    for (const FormDefinition& one : forms) {
      form_ids_.push_back(one.id);
      auto& stages = stages_[one.id];
      stages.insert(stages.end(), one.reporting.stages.begin(), one.reporting.stages.end());
    }
  }

  void registers() {
    const RegisterDefinition* first = nullptr;
    for (const RegisterDefinition& one : registers_) {
      const std::string path = fmt::format("data/registers/{}.toml", one.id);
      if (!one.rows_file.empty() && !library_.find(one.rows_file)) {
        in(path, [&](const FileProblems& at) {
          at.report("rows_file", Message("FORM-REGISTER-ROWS", {{"file", one.rows_file}}));
        });
      }
      for (const RegisterColumn& column : one.columns) {
        if (!column.of.empty()) named_register(path, column, "of", column.of);
        for (const std::string& other : column.refers_to) named_register(path, column, "refers_to", other);
      }
      if (!one.is_organisations) continue;
      if (first != nullptr) {
        in(path, [&](const FileProblems& at) {
          at.report("organisations", Message("FORM-ORGANISATIONS", {{"name", first->id}}));
        });
      }
      first = &one;
    }
  }

  void form(const FormDefinition& form) {
    const std::string path = path_of(form);
    const RegisterDefinition* subject = find(form.subject);
    if (!form.subject.empty() && subject == nullptr) {
      in(path, [&](const FileProblems& at) {
        at.report("subject", Message("FORM-SUBJECT", {{"name", form.subject}}), nearest(form.subject, register_ids_));
      });
    }
    for (const Field& field : form.fields) {
      const bool of_subject = field.source == FieldSource::subject || field.source == FieldSource::subject_column;
      if (of_subject && form.subject.empty()) no_subject(path, field.id);
      const RegisterDefinition* named = field.source == FieldSource::subject_column        ? subject
                                        : field.source == FieldSource::organisation_column ? organisations()
                                                                                           : nullptr;
      if (named != nullptr) register_column(path, field, *named);
    }
    for (size_t i = 0; subject != nullptr && i < form.examples.size(); ++i)
      example(path, form.examples[i], i, *subject);
    for (Obligation one : form.obligations) {
      // The same unknown register is named once.
      if (subject == nullptr && one.who.subject_register == form.subject) one.who.subject_register.clear();
      obligation(path, form.id, one);
    }
  }

  void roadmap(const Roadmap& one) {
    if (has_form(one.reports.form)) return;
    in(fmt::format("data/roadmaps/{}.toml", one.id), [&](const FileProblems& at) {
      at.report("report_form", Message("FORM-OBLIGATION-FORM", {{"form", one.reports.form}}),
                nearest(one.reports.form, form_ids_));
    });
  }

  void standalone(const Obligation& one) {
    if (!one.form.empty() && !has_form(one.form)) {
      in(kObligations, [&](const FileProblems& at) {
        at.report_of("obligation", one.id, "form", Message("FORM-OBLIGATION-FORM", {{"form", one.form}}),
                     nearest(one.form, form_ids_));
      });
    }
    stage_of(one);
    if (!one.done_on.empty()) {
      in(kObligations, [&](const FileProblems& at) {
        at.report_of("obligation", one.id, "done_on", Message("FORM-OBLIGATION-DONE", {{"obligation", one.id}}));
      });
    }
    obligation(kObligations, kObligations, one);
  }

 private:
  // A duty without a form file names a stage of the form it is about, if that has stages: in any of its editions.
  void stage_of(const Obligation& one) {
    const auto stages = stages_.find(one.form);
    if (stages == stages_.end()) return;
    const auto& known = stages->second;
    const bool fits =
        one.stage.empty() ? known.empty() : std::find(known.begin(), known.end(), one.stage) != known.end();
    if (fits) return;
    in(kObligations, [&](const FileProblems& at) {
      at.report_of(
          "obligation", one.id, one.stage.empty() ? "id" : "stage",
          Message(one.stage.empty() ? "FORM-OBLIGATION-NO-STAGE" : "FORM-OBLIGATION-STAGE", {{"obligation", one.id}}),
          nearest(one.stage, known));
    });
  }

  template <typename Report>
  void in(const std::string& path, const Report& report) {
    in_file(library_, path, diagnostics_, report);
  }

  void named_register(const std::string& path, const RegisterColumn& column, std::string_view key,
                      const std::string& name) {
    if (find(name) != nullptr) return;
    in(path, [&](const FileProblems& at) {
      at.report_of("column", column.id, key, Message("FORM-SUBJECT", {{"name", name}}), nearest(name, register_ids_));
    });
  }

  const RegisterDefinition* find(const std::string& id) const {
    const auto at = std::find_if(registers_.begin(), registers_.end(), [&](const auto& one) { return one.id == id; });
    return at == registers_.end() ? nullptr : &*at;
  }

  [[nodiscard]] bool has_form(const std::string& id) const {
    return std::find(form_ids_.begin(), form_ids_.end(), id) != form_ids_.end();
  }

  void no_subject(const std::string& path, const std::string& field) {
    in(path, [&](const FileProblems& at) {
      at.report_of("field", field, "source", Message("FORM-NO-SUBJECT", {{"field", field}}));
    });
  }

  // The register must have the column from which the field takes its value.
  void register_column(const std::string& path, const Field& field, const RegisterDefinition& of) {
    const std::string& wanted = field.register_column;
    if (const RegisterColumn* given = of.column(wanted)) return register_type(path, field, of, *given);
    in(path, [&](const FileProblems& at) {
      at.report_of("field", field.id, "source",
                   Message("FORM-REGISTER-COLUMN", {{"register", of.id}, {"name", wanted}}),
                   nearest(wanted, columns_of(of)));
    });
  }

  static std::vector<std::string> columns_of(const RegisterDefinition& of) {
    std::vector<std::string> out;
    for (const RegisterColumn& one : of.columns) out.push_back(one.id);
    return out;
  }

  void example(const std::string& path, const Example& one, size_t index, const RegisterDefinition& subject) {
    for (const auto& [column, text] : one.subject) {
      if (subject.column(column) != nullptr) continue;
      in(path, [&, name = column](const FileProblems& at) {
        at.report_at("example", index, name,
                     Message("FORM-REGISTER-COLUMN", {{"register", subject.id}, {"name", name}}),
                     nearest(name, columns_of(subject)), "subject");
      });
    }
  }

  void register_type(const std::string& path, const Field& field, const RegisterDefinition& of,
                     const RegisterColumn& given) {
    if (can_hold(field, given)) return;
    in(path, [&](const FileProblems& at) {
      at.report_of("field", field.id, "source",
                   Message("FORM-REGISTER-TYPE",
                           {{"field", field.id}, {"register", of.id}, {"name", given.id}, {"type", spelled(given)}}));
    });
  }

  // `owner`: the form, whose editions may all have the same obligation, or the file of obligations without a form.
  void obligation(const std::string& path, const std::string& owner, const Obligation& one) {
    const auto report = [&](std::string_view key, const char* code, Message::Args args, std::string meant = {}) {
      in(path, [&](const FileProblems& at) { at.report_of("obligation", one.id, key, Message(code, args), meant); });
    };
    const auto [seen, fresh] = owners_.try_emplace(one.id, owner);
    if (!fresh && (seen->second != owner || owner == kObligations))
      report("id", "FORM-OBLIGATION-TWICE", {{"obligation", one.id}});
    if (!one.who.subject_register.empty()) {
      const RegisterDefinition* of = find(one.who.subject_register);
      if (of == nullptr) {
        report("subject_register", "FORM-SUBJECT", {{"name", one.who.subject_register}},
               nearest(one.who.subject_register, register_ids_));
      } else if (!of->is_organisations && of->by_role(RegisterRole::organisation) == nullptr) {
        report("subject_register", "FORM-REGISTER-ROLE", {{"name", of->id}});
      }
    }
    for (const std::string& kind : one.who.organisation_kinds) {
      const std::vector<std::string> known = kinds();
      if (!known.empty() && std::find(known.begin(), known.end(), kind) == known.end())
        report("organisation_kinds", "FORM-ORGANISATION-KIND", {{"kind", kind}, {"known", join(known, ", ")}},
               nearest(kind, known));
    }
  }

  const RegisterDefinition* organisations() const {
    const auto at =
        std::find_if(registers_.begin(), registers_.end(), [](const auto& one) { return one.is_organisations; });
    return at == registers_.end() ? nullptr : &*at;
  }

  // Empty if the register of organisations does not list its kinds.
  std::vector<std::string> kinds() const {
    std::vector<std::string> out;
    for (const RegisterDefinition& one : registers_) {
      const RegisterColumn* kind = one.is_organisations ? one.by_role(RegisterRole::kind) : nullptr;
      if (kind == nullptr) continue;
      for (const Choice& choice : kind->choices) out.push_back(choice.id);
    }
    return out;
  }

  const datafile::Library& library_;
  const std::vector<RegisterDefinition>& registers_;
  Diagnostics& diagnostics_;
  std::vector<std::string> register_ids_;
  std::vector<std::string> form_ids_;
  std::map<std::string, std::vector<std::string>> stages_;  // form → the stages of all its editions
  std::map<std::string, std::string> owners_;
};

}  // namespace

void close_editions(const datafile::Library& library, std::vector<FormDefinition>& forms, Diagnostics& diagnostics) {
  for (size_t i = 0; i + 1 < forms.size(); ++i) {
    FormDefinition& now = forms[i];
    const FormDefinition& next = forms[i + 1];
    if (now.id != next.id) continue;
    InForce& force = now.law.in_force;
    const calendar::Date next_from = next.law.in_force.from;
    const bool same_start = force.from == next_from;
    if (same_start || (force.to && *force.to >= next_from)) {
      in_file(library, path_of(next), diagnostics, [&](const FileProblems& at) {
        at.report_in(
            "in_force", "from",
            Message("FORM-EDITIONS-OVERLAP", {{"form", now.id}, {"first", now.edition}, {"second", next.edition}}));
      });
    }
    if (!force.to && !same_start) force.to = next_from.plus_days(-1);
  }
}

void check_catalog(const datafile::Library& library, const std::vector<FormDefinition>& forms,
                   const std::vector<RegisterDefinition>& registers, const std::vector<Roadmap>& roadmaps,
                   const std::vector<Obligation>& standalone, Diagnostics& diagnostics) {
  CatalogChecker checker(library, forms, registers, diagnostics);
  checker.registers();
  for (const FormDefinition& form : forms) checker.form(form);
  for (const Roadmap& one : roadmaps) checker.roadmap(one);
  for (const Obligation& one : standalone) checker.standalone(one);
}

}  // namespace esep::form

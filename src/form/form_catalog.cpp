// SPDX-License-Identifier: MIT
#include "form/form_catalog.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/titled_list.h"
#include "datafile/data_invalid.h"
#include "form/check/catalog.h"
#include "form/check/file_problems.h"
#include "form/read/shared_readers.h"

namespace esep::form {
namespace {

// A wording file without a form would silently have no effect.
void check_owner(const datafile::Library& library, const std::string& path, const std::vector<std::string>& forms,
                 Diagnostics& diagnostics) {
  const std::string form = path.substr(0, path.size() - kWordingSuffix.size()) + ".toml";
  if (std::find(forms.begin(), forms.end(), form) != forms.end()) return;
  diagnostics.push_back({Severity::error, library.get(path).origin, 0, 0, "", "FORM-WORDING-ORPHAN",
                         Message("FORM-WORDING-ORPHAN", {{"form", form}}), nearest(form, forms)});
}

std::vector<FormDefinition> read_forms(const datafile::Library& library, const std::vector<datafile::LibraryFile>& more,
                                       Diagnostics& diagnostics) {
  std::vector<FormDefinition> out;
  std::vector<std::string> forms;
  std::vector<std::string> wordings;
  for (const std::string& path : library.list("forms/", ".toml")) {
    (path.ends_with(kWordingSuffix) ? wordings : forms).push_back(path);
  }
  for (const std::string& path : forms) {
    const std::string wording = path.substr(0, path.size() - 5) + std::string(kWordingSuffix);
    out.push_back(read_form(library.get(path), library.layers(wording, path), diagnostics));
  }
  for (const auto& file : more) out.push_back(read_form(file, {}, diagnostics));
  for (const std::string& path : wordings) check_owner(library, path, forms, diagnostics);
  std::sort(out.begin(), out.end(), [](const FormDefinition& a, const FormDefinition& b) {
    return std::tie(a.id, a.law.in_force.from, a.edition) < std::tie(b.id, b.law.in_force.from, b.edition);
  });
  return out;
}

std::vector<RegisterDefinition> read_register_files(const datafile::Library& library, Diagnostics& diagnostics) {
  std::vector<RegisterDefinition> out;
  for (const std::string& path : library.list("data/registers/", ".toml"))
    out.push_back(read_register(library.get(path), diagnostics));
  return out;
}

// data/obligations.toml.
struct Standalone {
  std::vector<Obligation> obligations;
  std::multimap<std::string, Addressee> addressees;  // by obligation
};

Standalone read_standalone(const datafile::Library& library, Diagnostics& diagnostics) {
  Standalone out;
  const auto source = library.find("data/obligations.toml");
  if (!source) return out;
  if (const auto parsed = datafile::File::parse(source->origin, source->text, diagnostics)) {
    datafile::TableReader file(parsed->root(), diagnostics);
    out.obligations = read_obligations(file, "");
    out.addressees = read_addressees(file);
    file.finish();
  }
  return out;
}

// An addressee of an obligation that nobody knows would never get anything.
void check_addressees(const datafile::Library& library, const std::multimap<std::string, Addressee>& addressees,
                      const std::vector<Obligation>& obligations, Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const Obligation& one : obligations) known.push_back(one.id);
  for (const auto& [obligation, addressee] : addressees) {
    if (std::find(known.begin(), known.end(), obligation) != known.end()) continue;
    const auto file = library.get("data/obligations.toml");
    Diagnostics read;
    const auto parsed = datafile::File::parse(file.origin, file.text, read);
    if (!parsed) return;
    FileProblems(parsed->root(), diagnostics)
        .report_of("addressee", addressee.id, "obligation",
                   Message("FORM-ADDRESSEE-OBLIGATION", {{"id", addressee.id}, {"obligation", obligation}}),
                   nearest(obligation, known));
  }
}

void add_addressees(const std::multimap<std::string, Addressee>& addressees, std::vector<Obligation>& obligations) {
  for (Obligation& one : obligations) {
    const auto [first, last] = addressees.equal_range(one.id);
    for (auto at = first; at != last; ++at) one.recipient.addressees.push_back(at->second);
  }
}

// One report would mix their measures without a way to distinguish them.
void check_roadmaps(const std::vector<Roadmap>& roadmaps, Diagnostics& diagnostics) {
  for (size_t i = 0; i < roadmaps.size(); ++i) {
    for (size_t k = 0; k < i; ++k) {
      const Roadmap& one = roadmaps[i];
      const Roadmap& other = roadmaps[k];
      if (one.reports.form != other.reports.form || one.from > other.to || other.from > one.to) continue;
      Diagnostic found;
      found.file = one.file;
      found.code = "ROADMAP-OVERLAP";
      found.message = Message(found.code, {{"name", one.id}, {"other", other.id}, {"form", one.reports.form}});
      diagnostics.push_back(std::move(found));
    }
  }
}

}  // namespace

std::vector<RegisterDefinition> read_registers(const datafile::Library& library) {
  Diagnostics diagnostics;
  auto out = read_register_files(library, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
  return out;
}

FormCatalog::FormCatalog(const datafile::Library& library, const std::vector<datafile::LibraryFile>& more) {
  Diagnostics diagnostics;
  *this = FormCatalog(library, more, diagnostics);
  if (has_errors(diagnostics)) throw datafile::DataInvalid(std::move(diagnostics));
}

FormCatalog::FormCatalog(const datafile::Library& library, const std::vector<datafile::LibraryFile>& more,
                         Diagnostics& diagnostics) {
  forms_ = read_forms(library, more, diagnostics);
  registers_ = read_register_files(library, diagnostics);
  for (const std::string& path : library.list("data/roadmaps/", ".toml")) {
    roadmaps_.push_back(read_roadmap(library.get(path), diagnostics));
  }
  Standalone standalone = read_standalone(library, diagnostics);
  events_ = read_event_kinds(library, diagnostics);
  for (FormDefinition& form : forms_) add_addressees(standalone.addressees, form.obligations);
  add_addressees(standalone.addressees, standalone.obligations);
  // The days of editions and roadmaps are compared only after each file is right by itself.
  const bool right = !has_errors(diagnostics);
  if (right) close_editions(library, forms_, diagnostics);
  if (right || all_named()) check_catalog(library, forms_, registers_, roadmaps_, standalone.obligations, diagnostics);
  if (right) check_roadmaps(roadmaps_, diagnostics);
  for (const FormDefinition& form : forms_)
    obligations_.insert(obligations_.end(), form.obligations.begin(), form.obligations.end());
  obligations_.insert(obligations_.end(), standalone.obligations.begin(), standalone.obligations.end());
  if (right || all_named()) check_addressees(library, standalone.addressees, obligations_, diagnostics);
  std::stable_sort(obligations_.begin(), obligations_.end(), [](const Obligation& a, const Obligation& b) {
    return std::tie(a.form, a.id) < std::tie(b.form, b.id);
  });
}

const Obligation* FormCatalog::obligation(std::string_view id) const {
  const auto at = std::find_if(obligations_.begin(), obligations_.end(), [&](const auto& one) { return one.id == id; });
  return at == obligations_.end() ? nullptr : &*at;
}

const EventKind* FormCatalog::event(std::string_view id) const {
  const auto at = std::find_if(events_.begin(), events_.end(), [&](const auto& one) { return one.id == id; });
  return at == events_.end() ? nullptr : &*at;
}

LocalText FormCatalog::event_title(const std::string& id) const {
  const EventKind* found = event(id);
  return found == nullptr || found->title.empty() ? LocalText{id, id, id} : found->title;
}

// Otherwise what another file refers to would seem to be missing.
bool FormCatalog::all_named() const {
  const auto named = [](const auto& one) { return !one.id.empty(); };
  return std::all_of(forms_.begin(), forms_.end(), named) && std::all_of(registers_.begin(), registers_.end(), named);
}

std::vector<std::string> FormCatalog::form_ids() const {
  std::vector<std::string> out;
  for (const FormDefinition& form : forms_) {
    if (out.empty() || out.back() != form.id) out.push_back(form.id);
  }
  return out;
}

std::vector<const FormDefinition*> FormCatalog::editions(std::string_view form) const {
  std::vector<const FormDefinition*> out;
  for (const FormDefinition& one : forms_) {
    if (one.id == form) out.push_back(&one);
  }
  return out;
}

const FormDefinition& FormCatalog::require(std::string_view form) const {
  const auto all = editions(form);
  if (!all.empty()) return *all.back();
  // People know a form by its title. English ones look like ids of another kind («annual-report»).
  std::vector<Titled> named;
  for (const std::string& id : form_ids()) {
    named.push_back({id, {}});
    for (const FormDefinition* one : editions(id)) {
      for (const LocalText* title : {&one->wording.short_title.text, &one->wording.title.text})
        named.push_back({id, {title->kk, title->ru, ""}});
    }
  }
  throw Error(Message("FORM-UNKNOWN", {{"form", std::string(form)}}), did_you_mean(form, named));
}

const FormDefinition& FormCatalog::edition(std::string_view form, std::string_view wanted) const {
  const FormDefinition& newest = require(form);
  for (const FormDefinition* one : editions(form)) {
    if (one->edition == wanted) return *one;
  }
  throw Error(Message("FORM-EDITION-UNKNOWN", {{"form", newest.list_title()}, {"edition", std::string(wanted)}}));
}

const FormDefinition& FormCatalog::in_force(std::string_view form, calendar::Date day) const {
  const FormDefinition& newest = require(form);
  for (const FormDefinition* one : editions(form)) {
    if (one->law.in_force.covers(day)) return *one;
  }
  throw Error(Message("FORM-NOT-IN-FORCE", {{"form", newest.list_title()}, {"date", day.dotted()}}));
}

const FormDefinition& FormCatalog::for_period(std::string_view form, const calendar::Period& period) const {
  return in_force(form, period.last_day());
}

const RegisterDefinition& FormCatalog::register_by_id(std::string_view id) const {
  std::vector<Titled> titled;
  for (const RegisterDefinition& one : registers_) {
    if (one.id == id) return one;
    titled.push_back({one.id, one.title});
  }
  throw Error(Message("REGISTER-UNKNOWN", {{"register", std::string(id)}, {"known", titled_list(titled)}}),
              did_you_mean(id, titled));
}

const RegisterDefinition& FormCatalog::organisations() const {
  for (const RegisterDefinition& one : registers_) {
    if (one.is_organisations) return one;
  }
  throw Error("REGISTER-ORGANISATIONS");
}

}  // namespace esep::form

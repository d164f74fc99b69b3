// SPDX-License-Identifier: MIT
#include "app/core/report_forms.h"

#include <algorithm>

#include "base/error.h"
#include "datafile/data_invalid.h"
#include "form/changed_columns.h"

namespace esep::app {
namespace {

using form::FormCatalog;
using form::FormDefinition;
using registry::KeptForm;

std::string file_name(const KeptForm& kept) { return "forms/" + kept.form + "." + kept.edition + ".toml"; }

const FormDefinition* edition_in(const FormCatalog& catalog, const std::string& form, const std::string& edition) {
  const auto all = catalog.editions(form);
  const auto at = std::find_if(all.begin(), all.end(), [&](const auto* one) { return one->edition == edition; });
  return at == all.end() ? nullptr : *at;
}

std::unique_ptr<FormCatalog> catalog_with(const datafile::Library& library,
                                          const std::vector<datafile::LibraryFile>& files) {
  try {
    return std::make_unique<FormCatalog>(library, files);
  } catch (const datafile::DataInvalid&) {
    return nullptr;
  }
}

}  // namespace

void refuse_lost_form(const std::string& form, const std::string& edition) {
  throw Error(Message("FORM-TEXT-LOST", {{"form", form}, {"edition", edition}}));
}

ReportForms::ReportForms(const std::filesystem::path& register_file) {
  std::error_code absent;
  if (!std::filesystem::is_regular_file(register_file, absent)) return;
  try {
    kept_ = registry::kept_forms(sqlite::Database(register_file, sqlite::OpenMode::read_only));
  } catch (const Error&) {
    kept_.clear();
  }
}

std::shared_ptr<const FormCatalog> ReportForms::complete(const datafile::Library& library,
                                                         std::shared_ptr<const FormCatalog> shipped) const {
  std::vector<datafile::LibraryFile> missing;
  for (const KeptForm& kept : kept_) {
    if (edition_in(*shipped, kept.form, kept.edition) == nullptr)
      missing.push_back({file_name(kept), file_name(kept), kept.text});
  }
  if (missing.empty()) return shipped;
  if (auto whole = catalog_with(library, missing)) return whole;
  std::vector<datafile::LibraryFile> fitting;
  for (datafile::LibraryFile& one : missing) {
    fitting.push_back(std::move(one));
    if (auto larger = catalog_with(library, fitting)) {
      shipped = std::move(larger);
    } else {
      fitting.pop_back();
    }
  }
  return shipped;
}

const FormDefinition* ReportForms::find(const FormCatalog& catalog, const registry::Registry& registry,
                                        const report::Submission& submission) {
  const std::string& sha256 = submission.contents.form_sha256;
  const auto* today = edition_in(catalog, submission.key.form, submission.contents.edition);
  if (today != nullptr && today->file.sha256() == sha256) return today;
  const bool known = read_.contains(sha256);
  const std::string text = known ? "" : registry.form_text(sha256);
  const auto* then = read({submission.key.form, submission.contents.edition, sha256, text});
  return then != nullptr ? then : today;
}

std::vector<const FormDefinition*> ReportForms::editions(const FormCatalog& catalog, const std::string& form) {
  std::vector<const FormDefinition*> out;
  for (const KeptForm& kept : kept_) {
    if (kept.form != form || !kept.has_accepted) continue;
    const auto* today = edition_in(catalog, form, kept.edition);
    const bool same = today != nullptr && today->file.sha256() == kept.sha256;
    const auto* then = same ? today : read(kept);
    if (then == nullptr) then = today;
    if (then == nullptr) refuse_lost_form(form, kept.edition);
    out.push_back(then);
  }
  for (const auto* today : catalog.editions(form)) {
    const auto same = [&](const auto* one) { return one->edition == today->edition; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(today);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto* a, const auto* b) { return a->law.in_force.from < b->law.in_force.from; });
  return out;
}

std::vector<std::string> ReportForms::changed_columns(const FormDefinition& now) {
  for (const KeptForm& kept : kept_) {
    if (kept.form != now.id || kept.edition != now.edition || !kept.has_accepted) continue;
    if (kept.sha256 == now.file.sha256()) return {};
    const auto* then = read(kept);
    return then == nullptr ? std::vector<std::string>{} : form::changed_columns(*then, now);
  }
  return {};
}

const FormDefinition* ReportForms::read(const KeptForm& kept) {
  const auto [at, fresh] = read_.try_emplace(kept.sha256);
  if (fresh) {
    Diagnostics diagnostics;
    auto form = form::read_form({file_name(kept), file_name(kept), kept.text}, {}, diagnostics);
    if (!has_errors(diagnostics)) at->second = std::make_unique<const FormDefinition>(std::move(form));
  }
  return at->second.get();
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "datafile/library.h"
#include "form/form_catalog.h"
#include "registry/kept_forms.h"
#include "registry/registry.h"

namespace esep::app {

/// The forms of a register's reports. A form's file may change or go; the register keeps the text by which each report
/// was read.
class ReportForms {
 public:
  /// Without a register, or with one that cannot be read, nothing is kept. Who needs the register says why.
  explicit ReportForms(const std::filesystem::path& register_file);

  /// `shipped`, which is what `library` has, with those editions of the register that it lacks. An edition that does
  /// not go with the other data is left out.
  [[nodiscard]] std::shared_ptr<const form::FormCatalog> complete(
      const datafile::Library& library, std::shared_ptr<const form::FormCatalog> shipped) const;

  /// The form by which a report was read: the catalogue's while its text is the same, else the one whose text the
  /// register keeps. Of a text that this program cannot read: the catalogue's of today; nullptr if there is none.
  [[nodiscard]] const form::FormDefinition* find(const form::FormCatalog& catalog, const registry::Registry& registry,
                                                 const report::Submission& submission);
  /// The editions by which the rows of accepted reports are read, then the catalogue's other ones. Error
  /// FORM-TEXT-LOST: one is missing from the data, and its kept text cannot be read.
  [[nodiscard]] std::vector<const form::FormDefinition*> editions(const form::FormCatalog& catalog,
                                                                  const std::string& form);
  /// The columns of `now` that accepted reports of its edition have otherwise (form::changed_columns).
  [[nodiscard]] std::vector<std::string> changed_columns(const form::FormDefinition& now);
  [[nodiscard]] const std::vector<registry::KeptForm>& kept() const { return kept_; }

 private:
  const form::FormDefinition* read(const registry::KeptForm& kept);

  std::vector<registry::KeptForm> kept_;
  std::map<std::string, std::unique_ptr<const form::FormDefinition>> read_;  // by SHA-256; nullptr: unreadable
};

/// Error FORM-TEXT-LOST.
[[noreturn]] void refuse_lost_form(const std::string& form, const std::string& edition);

}  // namespace esep::app

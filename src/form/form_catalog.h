// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "datafile/library.h"
#include "form/event_kind.h"
#include "form/form_definition.h"
#include "form/register_definition.h"
#include "form/roadmap.h"

namespace esep::form {

/// forms/<form>.<edition>.toml may have forms/<form>.<edition>.wording.toml beside it.
inline constexpr std::string_view kWordingSuffix = ".wording.toml";

/// Reads one form file. Every mistake is a diagnostic; the definition is usable only if there are no errors. `wordings`
/// are its forms/<form>.<edition>.wording.toml, first the program's file, then the office's. They may change texts,
/// nothing else, and the later one has the last word. The definition's `file.text` holds form and wording files;
/// reading it again gives the same form. What the program brings is not checked again: a test lints each of its files.
[[nodiscard]] FormDefinition read_form(const datafile::LibraryFile& file,
                                       const std::vector<datafile::LibraryFile>& wordings, Diagnostics& diagnostics);
[[nodiscard]] RegisterDefinition read_register(const datafile::LibraryFile& file, Diagnostics& diagnostics);

/// Every register of the library. Error DATA-INVALID with the diagnostics if any file is wrong.
[[nodiscard]] std::vector<RegisterDefinition> read_registers(const datafile::Library& library);

/// All forms (every edition), registers, roadmaps, events and obligations of a library, read at once, so that every
/// mistake is found before work begins. A command that needs none of them makes no catalogue.
class FormCatalog {
 public:
  /// `more` are form files beside the library's. Error DATA-INVALID with the diagnostics if any file is wrong.
  explicit FormCatalog(const datafile::Library& library, const std::vector<datafile::LibraryFile>& more = {});
  /// The same for those who want to say what is wrong: if there are errors, what was read of the files, to look at
  /// only.
  FormCatalog(const datafile::Library& library, const std::vector<datafile::LibraryFile>& more,
              Diagnostics& diagnostics);

  [[nodiscard]] std::vector<std::string> form_ids() const;                                 // sorted
  [[nodiscard]] std::vector<const FormDefinition*> editions(std::string_view form) const;  // oldest first
  /// The newest edition. Error FORM-UNKNOWN, with a hint.
  const FormDefinition& require(std::string_view form) const;
  /// Error FORM-UNKNOWN, FORM-EDITION-UNKNOWN.
  [[nodiscard]] const FormDefinition& edition(std::string_view form, std::string_view edition) const;
  /// The edition in force on `day`; Error FORM-NOT-IN-FORCE ({form},{date}).
  [[nodiscard]] const FormDefinition& in_force(std::string_view form, calendar::Date day) const;
  /// The edition for a report: in force on the last day of its period. Error as `in_force`.
  [[nodiscard]] const FormDefinition& for_period(std::string_view form, const calendar::Period& period) const;

  [[nodiscard]] const std::vector<RegisterDefinition>& registers() const { return registers_; }
  [[nodiscard]] const RegisterDefinition& register_by_id(std::string_view id) const;  // Error REGISTER-UNKNOWN
  [[nodiscard]] const RegisterDefinition& organisations() const;
  /// Of all forms and data/obligations.toml, in a stable order (form id, obligation id).
  [[nodiscard]] const std::vector<Obligation>& obligations() const { return obligations_; }
  /// The first of them with the id; nullptr: there is none.
  [[nodiscard]] const Obligation* obligation(std::string_view id) const;
  /// Of data/events.toml, in its order.
  [[nodiscard]] const std::vector<EventKind>& events() const { return events_; }
  [[nodiscard]] const EventKind* event(std::string_view id) const;  // nullptr: the file does not name it
  /// Its title, or its id.
  [[nodiscard]] LocalText event_title(const std::string& id) const;
  [[nodiscard]] const std::vector<Roadmap>& roadmaps() const { return roadmaps_; }

 private:
  /// Whether every file could be read far enough to know its name.
  [[nodiscard]] bool all_named() const;

  std::vector<FormDefinition> forms_;
  std::vector<RegisterDefinition> registers_;
  std::vector<Roadmap> roadmaps_;
  std::vector<Obligation> obligations_;
  std::vector<EventKind> events_;
};

}  // namespace esep::form

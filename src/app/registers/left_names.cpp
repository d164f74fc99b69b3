// SPDX-License-Identifier: MIT
#include "app/registers/left_names.h"

#include "app/registers/cell_text.h"
#include "app/registers/register_types.h"
#include "base/text.h"

namespace esep::app {
namespace {

// What one column said, and what it says now.
struct NameChange {
  const RegisterColumn& column;
  std::string before, after;

  NameChange(const RegisterColumn& of, const RegisterRow& old, const RegisterRow& row)
      : column(of), before(cell_text(old, of)), after(cell_text(row, of)) {}
  [[nodiscard]] bool differs() const { return before != after; }
};

// «Жетісу облысының әкімдігі» names «Жетісу облысы».
bool form_names(const NameChange& form, const NameChange& name) {
  return !name.after.empty() && fold_look_alikes(form.after).find(fold_look_alikes(name.after)) != std::string::npos;
}

}  // namespace

void find_left_names(Engine& engine, const RegisterDefinition& definition, const RegisterFile& file,
                     report::Findings& findings) {
  for (const RegisterColumn& column : definition.columns) {
    const RegisterColumn* followed = column.follows.empty() ? nullptr : definition.column(column.follows);
    if (followed == nullptr) continue;
    for (const auto& [row, line] : file.rows) {
      const RegisterRow* old = engine.row(definition.id, row.key);
      if (old == nullptr) continue;
      const NameChange name(*followed, *old, row), form(column, *old, row);
      if (name.differs() == form.differs()) continue;
      const NameChange& changed = name.differs() ? name : form;
      const NameChange& kept = name.differs() ? form : name;
      const bool still_fits = name.differs() ? form_names(form, name) : changed.before != kept.before;
      if (still_fits || changed.before.empty() || kept.after.empty()) continue;
      Message message("IMPORT-NAME-LEFT", {{"key", row.key},
                                           {"changed", changed.column.title.text},
                                           {"before", changed.before},
                                           {"after", changed.after},
                                           {"kept", kept.column.title.text},
                                           {"value", kept.after}});
      const std::string& at = file.columns.contains(kept.column.id) ? kept.column.id : changed.column.id;
      findings.push_back(file.at(line, at, std::move(message), Severity::warning));
    }
  }
}

}  // namespace esep::app

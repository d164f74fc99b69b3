// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "document/build/form_table_block.h"
#include "document/document.h"
#include "document/say.h"
#include "form/workbook_identity.h"

namespace esep::document {

/// The duty of a blank, as far as it is known.
struct BlankDuty {
  const form::Obligation* obligation = nullptr;
  LocalText law;        // the law by which it is due
  LocalText recipient;  // who receives it
  calendar::DueDate due;
  std::string stage = {};  // its title
};

/// A blank form for one report.
struct BlankRequest {
  const form::FormDefinition* form = nullptr;
  form::WorkbookIdentity identity;
  Lang lang = Lang::kk;
  Say say;
  std::string organisation;  // name, in the blank's language
  std::string subject;
  std::string period;
  std::map<std::string, form::Value> fields;   // heading fields that are known
  std::vector<std::vector<form::Value>> rows;  // pre-filled rows, one value per column
  BlankDuty duty;
  LocalText act;                       // the act behind the report; empty: the form's own
  std::vector<std::string> reminders;  // open recommendations on earlier reports
  /// Examples of texts in the blank's language, by the example of the form. One that is not there stands as in the
  /// form.
  std::map<std::string, std::string> examples;
  bool of_workspace = false;  // the form is the office's own, not the program's
  calendar::Date dated;
};

/// What a blank prints at the foot of its pages: the act behind the report (empty: the form's own).
[[nodiscard]] LocalText foot_of_blank(const form::FormDefinition& form, const LocalText& act);
/// Entry sheet with open cells, instruction sheet, hidden identity sheet.
[[nodiscard]] Document blank_workbook(const BlankRequest& request);

}  // namespace esep::document

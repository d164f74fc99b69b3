// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "app/core/engine.h"
#include "document/build/form_table_block.h"

namespace esep::app {

/// A registered report as its papers show it, read from the register alone: nothing that is said about an organisation,
/// a subject or a measure today changes a paper of then.
///
/// Programs before version 4 of the register's schema kept nothing in the second language. For their reports titles of
/// organisation and subject are those of the registers today, and what the register composed says its Kazakh words in
/// Russian too.
struct RegisteredReport {
  const form::FormDefinition* form = nullptr;  // as it read then: Engine::form_of
  std::string organisation;
  std::map<std::string, form::Value> fields;
  document::TypedRows rows;   // empty: rejected, so there are none; the form's fixed rows in the form's order
  std::vector<size_t> order;  // the place of each row among the stored ones; empty: its own

  /// The day that `field` holds; nullopt: there is no such field, or it names none.
  [[nodiscard]] std::optional<calendar::Date> day(const form::Field* field) const;
};

/// `lang`: of the paper, Kazakh or Russian. The engine must outlive the report. Error FORM-TEXT-LOST.
[[nodiscard]] RegisteredReport read_registered(Engine& engine, const report::Submission& submission, Lang lang);

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "document/build/form_table_block.h"
#include "document/document.h"
#include "document/say.h"

namespace esep::document {

/// A registered report as the official paper.
struct FilledRequest {
  const form::FormDefinition* form = nullptr;
  Lang lang = Lang::kk;
  Say say;
  std::string organisation;
  std::string period;
  std::map<std::string, form::Value> fields;
  TypedRows rows;
  bool nil = false;
  Message no_rows{"PAPER-NIL-TABLE"};  // the message in place of a table without rows
  std::string standing;                // says that the report is not in force, or was returned; empty: neither
  std::string code;                    // short code of the paper
  std::string footer;
  std::string short_footer;  // Document::short_footer
  calendar::Date dated;
};

[[nodiscard]] Document filled_form(const FilledRequest& request);

struct ListColumn {
  std::string id;
  std::string title;
  int width = 14;  // in characters of the workbook's font
  form::ColumnType type = form::ColumnType::text;
};
[[nodiscard]] Table list_table(const std::string& id, const std::vector<ListColumn>& columns, RowSource rows);

/// A title, facts and one table: a receipt, a status list, findings.
struct ListRequest {
  std::string title;
  Lang lang = Lang::kk;
  std::string author;
  std::vector<std::pair<std::string, std::string>> facts;  // label, value
  std::vector<std::string> paragraphs;
  std::string table_id;
  std::vector<ListColumn> columns;  // empty: no table
  std::vector<Row> rows;
  std::string sheet;
  std::string code;
  std::string footer;
  calendar::Date dated;
};
[[nodiscard]] Document list_document(const ListRequest& request);

}  // namespace esep::document

// SPDX-License-Identifier: MIT
#include "app/query/run_register_check.h"

#include "table/storage.h"

namespace esep::app {
namespace {

// A value of a query as people write it: a decimal is a number of ten-thousandths, a day an ISO text. Its type is that
// of the column whose name it has; other days are known by their form. Whole numbers may be years, so their digits stay
// together.
Message::Value value_for_people(const sqlite::Statement& row, int at, const form::RegisterColumn* column) {
  if (row.is_null(at)) return std::string();
  const bool whole = std::holds_alternative<int64_t>(row.value(at));
  const bool decimal = column != nullptr && form::is_decimal_type(column->type) && whole;
  const bool day = column != nullptr && column->type == form::ColumnType::date;
  if (decimal || day) return form::display_texts(column->type, table::read_value(row, at, *column));
  if (column == nullptr) {
    if (const auto date = calendar::Date::parse_iso(row.text(at))) return date->dotted();
  }
  return row.text(at);
}

}  // namespace

void run_register_check(const form::RegisterDefinition& definition, const form::RegisterCheck& check,
                        table::QueryDatabase& queries, const std::function<void(NamedByCheck)>& found) {
  auto wrong = queries.prepare(definition.id + "/" + check.code, check.query, {});
  while (wrong.step()) {
    NamedByCheck out;
    Message::Args args;
    for (int i = 0; i < wrong.column_count(); ++i) {
      const std::string name = wrong.column_name(i);
      if (name == "_key") out.key = wrong.text(i);
      if (name == "_subject") out.subject = wrong.text(i);
      args.emplace_back(name, value_for_people(wrong, i, definition.column(name)));
    }
    out.message = Message(check.message, std::move(args));
    found(std::move(out));
  }
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/receive/shown_in_table.h"

#include <map>

#include "app/core/names.h"
#include "calendar/typed_period.h"
#include "report/read/bind.h"

namespace esep::app {
namespace {

// The cells of one column. A table repeats few names, and comparing is dear.
class NamedCells {
 public:
  NamedCells(Engine& engine, const CheckedFile& file, NameBook& names, const NamedColumn& column)
      : engine_(engine),
        file_(file),
        names_(names),
        what_(column.what),
        index_(file.form->column_index(column.column)) {}

  void take(const table::TypedRow& row, report::Findings& out) {
    if (index_ < 0) return;
    const form::Column& column = file_.form->columns[static_cast<size_t>(index_)];
    const auto* text = std::get_if<std::string>(&row.values[static_cast<size_t>(index_)]);
    if (text == nullptr || (!row.first && file_.form->is_head_column(column.id))) return;
    const auto known = said_.find(*text);
    const Said said = known != said_.end() ? known->second : said_.emplace(*text, said_by(*text)).first->second;
    if (said == Said::own) return;
    const report::Layout& layout = file_.report.layout;
    const bool firm = said == Said::firm;
    Message message(firm ? "CELL-FIRM" : "CELL-OF-OTHER",
                    {{"title", column.title.text}, {"shown", *text}, {"wanted", wanted()}});
    out.push_back(report::Finding::of(std::move(message))
                      .in(file_.file, file_.grid->sheets()[layout.sheet].name)
                      .at(static_cast<int>(row.sheet_row), report::address(*file_.grid, layout, index_, row.sheet_row))
                      .of_column(column.id)
                      .as(firm ? Severity::warning : Severity::error));
  }

 private:
  using What = NamedColumn::What;
  enum class Said { own, other, firm };  // `own`: of the report, or of no row

  [[nodiscard]] const std::string& key() const {
    return what_ == What::subject ? file_.key.subject : file_.key.organisation;
  }
  [[nodiscard]] const form::RegisterDefinition& rows_of() const {
    return what_ == What::subject ? engine_.catalog().register_by_id(file_.form->subject)
                                  : engine_.catalog().organisations();
  }
  [[nodiscard]] Said said_by(const std::string& text) {
    if (what_ == What::period) {
      const auto period = calendar::parse_typed_period(text);
      return period && period != calendar::Period::parse(file_.key.period) ? Said::other : Said::own;
    }
    if (engine_.row(rows_of().id, key()) == nullptr) return Said::own;
    const NamedRow named = names_.of(rows_of()).compare(key(), text);
    if (named == NamedRow::other) return Said::other;
    const bool firm = named == NamedRow::unknown && what_ == What::organisation && names_.words().names_firm(text);
    return firm ? Said::firm : Said::own;
  }
  [[nodiscard]] LocalText wanted() {
    if (what_ != What::period) return row_title(engine_, rows_of(), key());
    const auto period = calendar::Period::parse(file_.key.period);
    return period ? period->names() : LocalText{};
  }

  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  What what_;
  int index_;
  std::map<std::string, Said> said_;
};

}  // namespace

report::Findings shown_in_table(Engine& engine, const CheckedFile& file, NameBook& names,
                                const std::vector<NamedColumn>& columns, table::RowReader& rows) {
  report::Findings out;
  std::vector<NamedCells> named;
  for (const NamedColumn& column : columns) {
    if (column.form == file.form->id) named.emplace_back(engine, file, names, column);
  }
  table::TypedRow row;
  while (!named.empty() && rows.next(row)) {
    for (NamedCells& cells : named) cells.take(row, out);
  }
  return out;
}

}  // namespace esep::app

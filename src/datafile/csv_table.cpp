// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "datafile/csv.h"
#include "datafile/source_line.h"

namespace esep::datafile {

int CsvTable::column(std::string_view name) const {
  const auto at = std::find(columns.begin(), columns.end(), name);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

std::string CsvTable::cell(const CsvRecord& record, std::string_view name) const {
  const int at = column(name);
  return at < 0 ? std::string() : record.fields[static_cast<size_t>(at)];
}

namespace {

class TableCheck {
 public:
  TableCheck(const CsvTable& table, std::string_view text, Diagnostics& diagnostics)
      : table_(&table), text_(text), diagnostics_(&diagnostics) {}

  void columns(const std::vector<std::string>& required, const std::vector<std::string>& optional) const {
    std::vector<std::string> known = required;
    known.insert(known.end(), optional.begin(), optional.end());
    for (const std::string& name : required) {
      if (table_->column(name) < 0) report(1, "CSV-MISSING-COLUMN", {{"column", name}});
    }
    for (size_t i = 0; i < table_->columns.size(); ++i) {
      const std::string& name = table_->columns[i];
      if (table_->column(name) != static_cast<int>(i)) {
        report(1, "CSV-DUPLICATE-COLUMN", {{"column", name}});
      } else if (std::find(known.begin(), known.end(), name) == known.end()) {
        report(1, "CSV-UNKNOWN-COLUMN", {{"column", name}, {"known", join(known, ", ")}}, nearest(name, known));
      }
    }
  }

  [[nodiscard]] bool length(const CsvRecord& record) const {
    if (record.fields.size() == table_->columns.size()) return true;
    report(record.line, "CSV-ROW-LENGTH",
           {{"found", std::to_string(record.fields.size())}, {"wanted", std::to_string(table_->columns.size())}});
    return false;
  }

  void report(int line, const char* code, Message::Args args, std::string did_you_mean = "") const {
    diagnostics_->push_back({Severity::error, table_->file, line, 1, source_line(text_, line), code,
                             Message(code, std::move(args)), std::move(did_you_mean)});
  }

 private:
  const CsvTable* table_;
  std::string_view text_;
  Diagnostics* diagnostics_;
};

}  // namespace

CsvTable read_csv_table(const std::string& file, std::string_view bytes, const std::vector<std::string>& required,
                        const std::vector<std::string>& optional, Diagnostics& diagnostics) {
  CsvTable out;
  out.file = file;
  const std::string text = csv_to_utf8(bytes);
  CsvReader reader(text, csv_separator(text));
  const TableCheck check(out, text, diagnostics);
  CsvRecord record;
  if (reader.next(record)) {
    for (const std::string& field : record.fields) out.columns.push_back(trim(field));
  }
  check.columns(required, optional);
  while (!reader.unclosed_quote() && reader.next(record)) {
    if (record.fields.size() == 1 && trim(record.fields[0]).empty()) continue;
    if (reader.unclosed_quote() || !check.length(record)) continue;
    for (std::string& field : record.fields) field = to_nfc(csv_unguarded(std::move(field)));
    out.records.push_back(record);
  }
  if (reader.unclosed_quote()) check.report(record.line, "CSV-UNCLOSED-QUOTE", {});
  return out;
}

}  // namespace esep::datafile

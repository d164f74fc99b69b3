// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace esep::datafile {

/// CSV as RFC 4180 and as Russian Excel writes it: `,` `;` or tab, UTF-8 with or without BOM, UTF-16 with BOM, or
/// Windows-1251. The separator is the one that stands equally often (outside quotes) in most of the first 20 lines. If
/// several do, tab wins over `;` and `;` over `,`, because decimal commas are as regular as columns. A first line
/// `sep=;` says it, as Excel reads it, and is no record. Lines end with LF, CR LF, or CR where the text has no LF.
struct CsvRecord {
  int line = 0;  // 1-based line on which the record begins
  std::vector<std::string> fields;
};

/// Text as UTF-8 without BOM. `encoding` becomes "utf-8", "utf-16" or "windows-1251". Bytes that are wrong in the
/// encoding of the BOM become U+FFFD. The end mark of old programs (Ctrl-Z) is left out.
[[nodiscard]] std::string csv_to_utf8(std::string_view bytes, std::string* encoding = nullptr);
/// Whether `csv_to_utf8` gives just these bytes.
[[nodiscard]] bool is_plain_csv(std::string_view bytes);
[[nodiscard]] char csv_separator(std::string_view utf8);

/// Reads records one by one from a text that must outlive the reader. Quoted fields may contain line breaks. A record
/// ends behind its kMostCsvFields-th field, and behind a field of kMostCsvFieldBytes, with what was read of it: no
/// honest record is as long, and readers refuse both.
inline constexpr size_t kMostCsvFields = 20'000;
inline constexpr size_t kMostCsvFieldBytes = size_t{1} << 20;
class CsvReader {
 public:
  CsvReader(std::string_view utf8, char separator);
  bool next(CsvRecord& record);
  /// True after a quoted field has reached the end of the text without its closing quote.
  [[nodiscard]] bool unclosed_quote() const { return unclosed_; }

 private:
  std::string_view text_;
  char separator_;
  bool cr_ends_ = false;  // lines end with CR alone
  size_t pos_ = 0;
  int line_ = 1;
  bool unclosed_ = false;
};

/// A data table whose first record names the columns. Its cells are NFC and without the guard of `csv_field`. Missing
/// or unknown columns and rows of another length are diagnostics (CSV-MISSING-COLUMN, CSV-UNKNOWN-COLUMN,
/// CSV-DUPLICATE-COLUMN, CSV-ROW-LENGTH, CSV-UNCLOSED-QUOTE).
struct CsvTable {
  std::string file;
  std::vector<std::string> columns;
  std::vector<CsvRecord> records;
  [[nodiscard]] int column(std::string_view name) const;  // -1 if there is none
  /// Of a record of the table; empty where it has no such column.
  [[nodiscard]] std::string cell(const CsvRecord& record, std::string_view name) const;
};
[[nodiscard]] CsvTable read_csv_table(const std::string& file, std::string_view bytes,
                                      const std::vector<std::string>& required,
                                      const std::vector<std::string>& optional, Diagnostics& diagnostics);

/// One field, quoted if needed. As a guard against formula injection, a text that begins with = + - @ tab, CR or LF
/// gets an apostrophe before it, unless it is a number or a single dash. So does a text that begins with apostrophes
/// before one of these: `csv_unguarded` takes one off, and the text is what it was.
[[nodiscard]] std::string csv_field(std::string_view text, char separator);
[[nodiscard]] std::string csv_unguarded(std::string text);

}  // namespace esep::datafile

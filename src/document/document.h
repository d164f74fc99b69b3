// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "form/form_definition.h"
#include "form/value.h"

/// Builders make a Document; writers turn it into XLSX, PDF, DOCX, HTML, JSON or CSV. The table of a blank and that of
/// a filled form are the same block with and without values. Texts are already in the document's language.
namespace esep::document {

/// What the reader of reports takes in a cell besides what the cell offers, for the self-check of a blank.
struct Accepted {
  std::vector<std::string> words;                  // of a list: its titles in every language; of a yes: every word
  form::ColumnType line = form::ColumnType::text;  // of each value in a cell of several
  bool labelled = false;                           // each line is «label: date»
};

/// A cell must be filled in where another one of its row holds such a value.
struct RequiredIf {
  size_t column = 0;               // of the table
  std::vector<std::string> words;  // of the value, in every language; empty: any value
  bool other = false;              // any value but these
};

/// Data validation, format and prompt of a cell that a person fills in.
struct InputSpec {
  form::ColumnType type = form::ColumnType::text;
  int scale = 0;
  bool required = false;
  bool multiple = false;
  int max_length = 0;
  form::Value min;  // of a number or a date; blank: no limit
  form::Value max;
  std::vector<std::string> choices;  // titles as shown
  std::string prompt_title;          // ≤ 32 characters are shown
  std::string prompt;                // ≤ 255 characters are shown
  std::string warning;               // shown for a value that does not fit, ≤ 255 characters; the value may stay
  bool unless_nil = false;           // required, but not where there is nothing to report
  bool nil_mark = false;             // says that there is nothing to report
  Accepted accepted = {};
  std::vector<RequiredIf> required_if = {};  // where one of them holds
};

/// How an input section checks itself while a person fills it in: workbooks only. The texts are shown, one at a time,
/// under the section's first heading. A formula cannot run the form's rules, so none of them promises a clean report.
struct SelfCheck {
  std::string ready;      // nothing is missing or wrong
  std::string not_ready;  // may use {missing}, {wrong} (numbers of cells) and {cell}, the first of them
  std::string unchecked;  // there are rows behind {row}, the last that is checked
  std::string unknown;    // nothing is counted yet
  int min_rows = 0;       // rows, of a grouped table records
  int max_rows = 0;       // 0: no limit
  bool grouped = false;   // columns of no list are the head of a record
};

/// A remark on a cell of an annotated workbook or paper.
struct Note {
  Severity severity = Severity::error;
  std::string text;
};

enum class Emphasis { normal, strong, muted, good, warning, bad };

struct Cell {
  form::Value value;
  std::string link;  // URL or "#anchor"; empty: none
  std::optional<Note> note;
  bool continued = false;  // forms one cell with the cell above (grouped records)
  bool locked = false;     // in input sections: given by the form, the agency may not change it
  Emphasis emphasis = Emphasis::normal;
};

struct Row {
  enum class Kind { data, section, total } kind = Kind::data;
  std::vector<Cell> cells;  // one per column; a section row has one cell across the table
  std::string anchor;       // link target; empty: none
};

class RowCursor {
 public:
  virtual ~RowCursor() = default;
  virtual bool next(Row& row) = 0;
};
/// Each call opens the rows again, because layout needs two passes. It must give the same rows each time.
using RowSource = std::function<std::unique_ptr<RowCursor>()>;
[[nodiscard]] RowSource rows_from(std::vector<Row> rows);

struct TableColumn {
  std::string id;
  std::string title;   // for flat outputs (CSV, JSON); papers show the header tree
  std::string number;  // in the official row of column numbers
  form::ColumnType type = form::ColumnType::text;
  int scale = 0;
  int width = 12;    // characters
  bool key = false;  // repeated in every column block
  int list = -1;     // in a grouped table: the parallel list it is a column of; -1: of none
  std::optional<InputSpec> input;
};

/// A header cell: a group with children, or a leaf that stands for the next column.
struct HeaderCell {
  std::string title;
  std::vector<HeaderCell> children;
};

struct Heading {
  std::string text;
  int level = 1;  // 1 the paper's title, centred
};
struct Stamp {  // lines at the top right
  std::vector<std::string> lines;
};
struct Field {
  std::string id;
  std::string label;
  form::Value value;
  int scale = 0;
  std::optional<InputSpec> input;
  std::optional<Note> note;
};
struct Fields {
  std::vector<Field> fields;
};
struct Paragraph {
  std::string text;
  Emphasis emphasis = Emphasis::normal;
};
struct Table {
  std::string id;
  std::string caption;  // may be empty
  std::vector<TableColumn> columns;
  std::vector<HeaderCell> header;  // its leaves are the columns, in order
  bool number_row = false;
  std::string continuation;  // «Кестенің жалғасы», above each further column block
  RowSource rows;
  int blank_rows = 0;  // additional open rows for input
  /// Papers (PDF, DOCX, HTML) say this in place of a table without rows; empty: they show its headings. Workbooks and
  /// data always have the table.
  std::string when_empty;
};
/// Whether `when_empty` stands in its place.
[[nodiscard]] bool is_left_out(const Table& table);
/// bar: a horizontal bar of each series for every category; column: the same upright; stacked_bar: the series of a
/// category end to end; line: categories from left to right; tiles: a named square for each category, shaded by the
/// first series. Columns whose names or figures would not fit are drawn as bars.
struct Chart {
  enum class Kind { bar, column, stacked_bar, line, tiles } kind = Kind::bar;
  std::string title;
  std::string axis;  // meaning of the values; may be empty
  std::string unit;  // «млн теңге», «%»; may be empty
  std::vector<std::string> categories;
  /// What a colour says; by_order: nothing, colours only tell the series apart.
  enum class Tone { by_order, good, active, warning, muted, bad, hatched };
  struct Series {
    std::string name;
    std::vector<std::optional<Decimal>> values;  // one per category; nullopt: not known (not zero)
    Tone tone = Tone::by_order;
  };
  std::vector<Series> series;
  /// Of each category, for a stacked bar; empty: the sums of `values`. Rounded values may not add up to a rounded sum.
  std::vector<std::optional<Decimal>> totals;
  std::string absent;  // says that a figure is not known, on a hatched place; empty: a dash on a blank one
};
struct SignatureLine {
  std::string title;
  std::string name;
};
struct Signatures {
  std::vector<SignatureLine> lines;
};
struct PageBreak {};

using Block = std::variant<Heading, Stamp, Fields, Paragraph, Table, Chart, Signatures, PageBreak>;

enum class Paper { a4, a3 };

/// A sheet of a workbook; a run of pages of a PDF; a <section> of HTML.
struct Section {
  std::string name;            // sheet name, ≤ 31 characters, unique ignoring case
  bool hidden = false;         // workbooks only: identity, long choice lists; other writers leave it out
  bool input = false;          // headings protected, input cells open
  bool workbook_only = false;  // instruction sheets, findings: not on paper
  bool landscape = false;
  bool list = false;    // on paper it takes few pages: small letters, then larger paper
  bool joined = false;  // on paper it begins below the section before, where page and orientation are the same
  Paper paper = Paper::a4;
  std::vector<Block> blocks;
  std::optional<SelfCheck> self_check = std::nullopt;  // of an input section
};

struct Document {
  std::string title;
  Lang lang = Lang::kk;
  std::string author;             // the reporting body
  std::string subject;            // form, period
  std::string code;               // short code of the paper (hash of content, form text, revision); empty: a blank
  std::string code_address = {};  // what stands before the code in its QR code, so that a camera opens the page that
                                  // verifies it: "https://esep.example.kz/v/"; empty: the code alone
  std::string footer;  // small print: at the foot of each page (PDF, DOCX, XLSX) or of the whole (HTML); not in data
  /// Of the footer what each page says where the whole has no room (PDF, XLSX; it then stands below the rest): the
  /// code, and that the report is not in force.
  std::string short_footer;
  calendar::Date dated;  // the date in file metadata, instead of the clock's
  std::vector<Section> sections;
  bool is_blank = false;  // to be filled in by hand: its file (PDF, DOCX, HTML) carries kBlankMark
};

/// Stands where readers of the paper do not see it: no register records blanks, yet they are known by it.
inline constexpr std::string_view kBlankMark = "esep-blank-to-fill-in";

}  // namespace esep::document

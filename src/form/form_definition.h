// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/period.h"
#include "form/obligation.h"
#include "form/value.h"

/// A form as data: what forms/<form>.<edition>.toml says. docs/form_format.md describes every key.
namespace esep::form {

/// Where a wording comes from (design, "Provenance of every text").
enum class Provenance { official, partly, reconstructed, translated, own };
[[nodiscard]] std::optional<Provenance> provenance_from(std::string_view word);
[[nodiscard]] std::string_view provenance_name(Provenance provenance);

/// A text for papers with the provenance of each language.
struct Wording {
  LocalText text;
  Provenance kk = Provenance::own;
  Provenance ru = Provenance::own;
  [[nodiscard]] Provenance in(Lang lang) const { return lang == Lang::kk ? kk : ru; }
  [[nodiscard]] bool empty() const { return text.empty(); }
};

struct Choice {
  std::string id;
  LocalText title;  // what stands in the dropdown and on paper, per language
};

/// A column of the table, or a heading field (then `number` is empty and `source` may be set).
struct Column {
  std::string id;
  std::string number;  // official column number as printed: "17"
  std::string group;   // id of the header group it stands under; empty: top level
  Wording title;
  ColumnType type = ColumnType::text;
  int scale = 0;  // decimal places allowed (money 2, percent ≤ 4)
  bool required = false;
  std::string required_if;  // SQL over `row`/`head`: required where it is true; empty: never
  std::string default_text;
  std::vector<Choice> choices;
  int max_length = 0;         // characters a reader counts; 0: 32 000
  int width = 12;             // in characters, for papers and workbooks
  bool key = false;           // repeated in every column block of a table too wide for the page
  bool multiple = false;      // several values in one cell, one per line (identifiers, dates with labels)
  std::string pattern;        // multiple/labelled values: "" or "labelled_date" («label: dd.mm.yyyy», one per line)
  LocalText note;             // how to fill it in; on the instruction sheet and as the cell's prompt
  LocalText reason;           // why a reconstructed column is what it is
  std::string example;        // a right value, as typed
  std::string wrong_example;  // a wrong value, as typed …
  std::string wrong_finding;  // … and the code of the finding it must give
  /// Fields only: "input", "organisation", "organisation.<register column>", "period", "period_start", "period_end",
  /// "received", "subject" (its title), "subject.<register column>", "query"; what the engine fills in by itself is not
  /// asked from the agency.
  std::string source = "input";
  std::string query;  // source "query": a SELECT of one value (docs/queries.md)
  /// Columns only: given by the source of the rows and not for the agency to change.
  bool prefilled = false;
  /// Columns only, numeric: the values of different rows may be added, and a comparison says by how much the sum
  /// changed.
  bool adds_up = false;
};

struct Group {
  std::string id;
  std::string parent;  // empty: top level
  Wording title;
};

enum class RowKind { repeat, fixed, grouped };

struct FixedRow {
  std::string id;
  std::map<std::string, std::string> values;  // column id → text as typed (titles of fixed rows)
  Wording title;
};

/// Row grain. grouped: `head` columns stand in a record's first row and are carried down when blank below; each of
/// `lists` is a parallel list of columns beside it.
struct Rows {
  RowKind kind = RowKind::repeat;
  int min = 0;
  int max = 0;     // 0: no limit but the format's
  int blank = 40;  // open rows in a blank workbook, besides those of `source`
  /// A SELECT whose result columns are columns of the form: the rows that a blank comes with, or those of a formed
  /// report.
  std::string source;
  /// A SELECT of organisations: to `previous` come the rows of their last reports too, by `key` and the nearest first.
  std::string predecessors;
  /// A SELECT of one date: reports on periods that end before it are not `previous`. Empty: all are.
  std::string previous_since;
  std::vector<std::string> key;  // columns that name a row; empty: its place does
  std::vector<FixedRow> fixed;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> lists;
};

enum class RuleScope { row, table };

/// `check` is an SQL boolean expression in the sandbox of table/: false is a violation, NULL is not.
struct Rule {
  std::string code;
  RuleScope scope = RuleScope::row;
  std::string check;
  std::string column;  // id of the column or field whose cell the finding points at; empty: row or table as a whole
  Severity severity = Severity::error;
  LocalText message;  // may use {column ids} of the row as placeholders
  LocalText law;
  std::optional<calendar::Date> enforce_from;  // before it the finding is a warning
};

struct Signature {
  Wording title;           // «Бірінші басшы»
  std::string name_field;  // id of the heading field that holds the name; may be empty
};

struct Example {
  std::string name;
  bool nil = false;
  std::map<std::string, std::string> fields;                  // field id → as typed
  std::vector<std::map<std::string, std::string>> rows;       // column id → as typed
  std::vector<std::pair<std::string, std::string>> findings;  // "column[row]" or "" → code that must be given
};

struct FormDefinition {
  std::string id;
  std::string edition;
  std::string file;    // where it came from, for messages
  std::string sha256;  // of `text`; pinned by submissions
  std::string text;    // the file itself, followed by the wording overlay's; the register keeps it

  Wording title;
  Wording short_title;         // sheet name, lists; falls back to the title
  std::vector<Wording> stamp;  // lines at the top right: «… қағидаларына 1-қосымша», «Нысан»
  LocalText law;               // the act, as cited
  LocalText law_paragraph;
  calendar::Date in_force_from;
  std::optional<calendar::Date> in_force_to;
  bool in_force_assumed = false;
  LocalText in_force_note;

  std::optional<calendar::PeriodKind> period;  // absent: an event form
  std::string subject;                         // register id of what is reported on; empty: the organisation itself
  std::vector<std::string> stages;             // ids; empty: one stage
  std::vector<std::string> additive;           // stages that show only what they add to the stages before
  bool allow_nil = false;
  bool formed = false;          // formed by the register itself from its queries, never handed in as a file
  bool compare_stages = false;  // `previous` of the rules is the stage before, not the period before

  std::vector<Column> fields;
  std::vector<Group> groups;
  std::vector<Column> columns;
  Rows rows;
  std::vector<Signature> signatures;
  std::vector<Wording> notes;           // below the table (abbreviations), one paragraph each
  std::vector<LocalText> instructions;  // on the blank's instruction sheet
  Wording continuation;                 // «Кестенің жалғасы»
  std::vector<Rule> rules;
  std::vector<Obligation> obligations;
  std::vector<Example> examples;

  /// `{field}` in the title is a line to fill in (OB-9). The title with those fields' values, a line where there is
  /// none.
  [[nodiscard]] std::string filled_title(Lang lang, const std::map<std::string, Value>& fields) const;
  [[nodiscard]] bool is_additive(std::string_view stage) const;
  /// Whether the field stands in the title and so is not a heading field of its own.
  [[nodiscard]] bool is_in_title(std::string_view field) const;
  /// For lists and messages.
  [[nodiscard]] LocalText plain_title() const;

  [[nodiscard]] const Column* column(std::string_view id) const;  // nullptr: none
  [[nodiscard]] const Column* field(std::string_view id) const;
  [[nodiscard]] int column_index(std::string_view id) const;  // -1: none
  [[nodiscard]] const Group* group(std::string_view id) const;
  /// grouped: whether the column belongs to the record's head; always true for the other row kinds.
  [[nodiscard]] bool is_head_column(std::string_view id) const;
  /// grouped: index of the parallel list the column belongs to, -1 for head columns and other row kinds.
  [[nodiscard]] int list_of(std::string_view id) const;
};

}  // namespace esep::form

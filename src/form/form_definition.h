// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "calendar/period.h"
#include "form/column.h"
#include "form/key_check.h"
#include "form/obligation.h"

/// A form as data: the contents of forms/<form>.<edition>.toml. docs/form_format.md describes every key.
namespace esep::form {

struct Group {
  std::string id;
  std::string parent;  // empty: top level
  Wording title;
};

enum class RowKind { repeat, fixed, grouped };

struct FixedRow {
  std::string id;
  std::map<std::string, LocalText> values;  // column id → text as typed (titles of fixed rows), one or in kk and ru
  Wording title;
};

/// The rows of the table. grouped: the first row of a record has the `head` columns, and blank ones below repeat them;
/// each of `lists` is a parallel list of columns beside the head.
struct Rows {
  RowKind kind = RowKind::repeat;
  int min = 1;     // rows, of a grouped form records; 0: the table may be empty
  int max = 0;     // 0: no limit but the format's
  int blank = 40;  // open rows in a blank workbook, besides those of `source`
  /// A SELECT whose result columns are columns of the form: the rows that a blank comes with, or those of a
  /// report that the register composes.
  std::string source;
  /// A SELECT of organisations whose last reports' rows are added to `previous`, by `key`, the nearest first.
  std::string predecessors;
  /// A SELECT of one date: reports on periods that end before it are not `previous`. Empty: all are.
  std::string previous_since;
  std::vector<std::string> key;  // columns that identify a row; empty: its position does
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
  std::string when;                 // SQL: the rule applies where it is true; empty: everywhere
  std::vector<std::string> stages;  // the rule applies at these; empty: at every stage
  std::string column;               // id of the column or field for the finding's cell; empty: the whole row or table
  Severity severity = Severity::error;
  LocalText message;  // may use {column ids} of the row as placeholders
  LocalText law;
  std::optional<calendar::Date> enforce_from;  // before it the finding is a warning
  std::optional<KeyCheck> key;                 // absent: a [[rule]] of the file

  [[nodiscard]] bool applies_at(std::string_view stage) const;
};

struct Signature {
  Wording title;           // «Бірінші басшы»
  std::string name_field;  // id of the heading field that holds the name; may be empty
};

/// A finding that an example must give, and where: "", a field, a column, or the column's n-th row "c24[2]".
struct ExampleFinding {
  std::string at;
  std::string code;
  bool operator==(const ExampleFinding&) const = default;
};

struct Example {
  std::string name;
  std::string stage;  // empty: none, and rules of certain stages are silent
  bool nil = false;
  std::map<std::string, std::string> fields;             // field id → as typed
  std::map<std::string, std::string> subject;            // register column id → as typed: the subject's row
  std::vector<std::map<std::string, std::string>> rows;  // column id → as typed
  std::vector<ExampleFinding> findings;
};

/// The line that separates a form's text from its wordings in `FormFile::text`. To TOML it is a comment.
inline constexpr std::string_view kWordingMark = "\n#@wording ";

/// The file that a form was read from.
struct FormFile {
  FormFile() : FormFile("", "") {}
  FormFile(std::string origin, std::string contents);

  std::string name;  // its origin, for messages
  std::string text;  // the file itself, followed by the wording overlay's; the register keeps it

  /// Of `text`; pinned by submissions. It is counted on first use, of any copy: most commands ask it of no form or of
  /// one. Safe to call from several threads.
  [[nodiscard]] const std::string& sha256() const;

 private:
  struct Hash;
  std::shared_ptr<Hash> hash_;
};

/// The time when an edition is in force, including both days.
struct InForce {
  calendar::Date from;
  std::optional<calendar::Date> to;  // absent: until another edition follows
  bool assumed = false;              // no act states it
  LocalText note;
  [[nodiscard]] bool covers(calendar::Date day) const { return from <= day && (!to || day <= *to); }
};

/// The law behind a form.
struct FormLaw {
  LocalText act;  // as cited
  LocalText paragraph;
  InForce in_force;
};

/// The earlier report that the rules' `previous` means.
enum class PreviousReport { of_period, of_stage };

/// How reports on the form are made.
struct Reporting {
  std::vector<std::string> stages;    // ids; empty: one stage
  std::vector<std::string> additive;  // stages that show only what they add to the stages before
  PreviousReport previous = PreviousReport::of_period;
  bool allow_nil = false;
  bool composed = false;  // the key `formed`: the register composes the report by queries; it never comes as a file
};

/// Texts of papers and workbooks besides those of columns, groups and fields.
struct FormWording {
  Wording title;
  Wording short_title;         // sheet name, lists; falls back to the title
  std::vector<Wording> stamp;  // lines at the top right: «… қағидаларына 1-қосымша», «Нысан»
  std::vector<Wording> notes;           // below the table (abbreviations), one paragraph each
  Wording continuation;                 // «Кестенің жалғасы»
  Wording nil_sentence;                 // what a paper of a nil report says; empty: the program's sentence
  std::vector<LocalText> instructions;  // on the blank's instruction sheet
  std::vector<Signature> signatures;
};

struct FormDefinition {
  std::string id;
  std::string edition;
  FormFile file;
  FormLaw law;
  std::optional<calendar::PeriodKind> period;  // absent: an event form
  std::string subject;                         // id of the subject's register; empty: the organisation is the subject
  Reporting reporting;
  FormWording wording;
  std::vector<Field> fields;
  std::vector<Group> groups;
  std::vector<Column> columns;
  Rows rows;
  std::vector<Rule> rules;  // those of the file, then those that its keys stand for
  std::vector<Obligation> obligations;
  std::vector<Example> examples;

  /// `{field}` in the title is a blank to fill in (OB-9). Returns the title with the fields' values, or a line for a
  /// missing one.
  [[nodiscard]] std::string filled_title(Lang lang, const std::map<std::string, Value>& fields) const;
  [[nodiscard]] bool is_additive(std::string_view stage) const;
  /// Whether the field is in the title, and so not among the heading fields.
  [[nodiscard]] bool is_in_title(std::string_view field) const;
  /// For lists and messages.
  [[nodiscard]] LocalText plain_title() const;
  /// The short title, where it has one.
  [[nodiscard]] LocalText list_title() const;

  [[nodiscard]] const Column* column(std::string_view id) const;  // nullptr: none
  [[nodiscard]] const Field* field(std::string_view id) const;
  /// The column or field with this id; nullptr: neither.
  [[nodiscard]] const ValueSpec* value_spec(std::string_view id) const;
  [[nodiscard]] int column_index(std::string_view id) const;  // -1: none
  [[nodiscard]] const Group* group(std::string_view id) const;
  /// grouped: whether the column belongs to the record's head; always true for the other row kinds.
  [[nodiscard]] bool is_head_column(std::string_view id) const;
  /// grouped: index of the parallel list the column belongs to, -1 for head columns and other row kinds.
  [[nodiscard]] int list_of(std::string_view id) const;
};

}  // namespace esep::form

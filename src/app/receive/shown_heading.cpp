// SPDX-License-Identifier: MIT
#include "app/receive/shown_heading.h"

#include <algorithm>
#include <set>

#include "app/core/names.h"
#include "app/query/source_rows.h"
#include "app/receive/another_identity.h"
#include "app/receive/as_of_day.h"
#include "app/receive/other_headings.h"
#include "app/receive/said_beside.h"
#include "app/receive/shown_title.h"
#include "app/receive/stage_words.h"
#include "base/letters_for_digits.h"
#include "base/text.h"
#include "base/words.h"
#include "calendar/typed_period.h"
#include "form/shown_value.h"
#include "report/cell_reference.h"
#include "report/read/parse_cell.h"
#include "report/read/parse_date.h"
#include "report/read/parse_number.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FieldSource;
using report::CellKind;
using report::Finding;
using FieldCell = report::Layout::FieldCell;

std::optional<Identity> identity_of(FieldSource source) {
  if (source == FieldSource::organisation) return Identity::organisation;
  if (source == FieldSource::subject) return Identity::subject;
  return source == FieldSource::period ? std::optional(Identity::period) : std::nullopt;
}

class ShownHeading {
 public:
  ShownHeading(Queries& queries, const CheckedFile& file, NameBook& names, const HeadingWords& words)
      : queries_(queries), engine_(queries.engine()), file_(file), names_(names), words_(words) {}

  report::Findings compare() {
    OtherHeadings lines;
    for (const FieldCell& at : file_.report.layout.fields) {
      const form::Field* field = file_.form->field(at.field);
      if (field == nullptr) continue;
      const size_t before = out_.size();
      compare(*field, at);
      if (const auto identity = identity_of(field->source)) {
        const bool is_blank = out_.size() > before && out_.back().code == "HEADING-BLANK";
        const bool is_wrong = out_.size() > before && out_.back().severity == Severity::error;
        if (!is_blank) (is_wrong ? lines.contradicted : lines.confirmed).insert(*identity);
      }
    }
    const ShownCells above = cells_above(file_);
    OtherHeadings others = other_headings(engine_, file_, names_, words_, lines, above);
    for (auto& finding : others.findings) out_.push_back(std::move(finding));
    for (auto& finding : shown_title(engine_, file_, names_, words_, above)) add_title(std::move(finding));
    read_.merge(others.read);
    others.confirmed.merge(others.contradicted);
    others.confirmed.merge(others.doubted);
    if (file_.grid->has_cells() && !file_.report.layout.fields.empty()) missing_lines(others.confirmed);
    return std::move(out_);
  }

  /// The keys of what contradicts, where they are known.
  [[nodiscard]] const std::map<Identity, std::string>& read() const { return read_; }

 private:
  // Of what is said of a cell already nothing more is doubted.
  void add_title(Finding finding) {
    const bool said = std::any_of(out_.begin(), out_.end(), [&](const Finding& one) {
      return one.row == finding.row && one.cell == finding.cell;
    });
    if (finding.severity == Severity::error || !said) out_.push_back(std::move(finding));
  }

  // The heading of a workbook without the line that names whose report it is: its label was changed or deleted.
  void missing_lines(const std::set<Identity>& said_elsewhere) {
    const auto& found = file_.report.layout.fields;
    for (const form::Field& field : file_.form->fields) {
      const LocalText wanted = name_in_key(field);
      const bool is_found =
          std::any_of(found.begin(), found.end(), [&](const FieldCell& at) { return at.field == field.id; });
      const auto identity = identity_of(field.source);
      if (is_found || wanted.kk.empty() || (identity && said_elsewhere.contains(*identity))) continue;
      const std::string& sheet = file_.grid->sheets()[file_.report.layout.sheet].name;
      out_.push_back(Finding::of(Message("HEADING-LINE-LOST", {{"title", field.title.text}, {"wanted", wanted}}))
                         .in(file_.file, sheet)
                         .of_column(field.id)
                         .as(Severity::warning));
    }
  }

  // What the line names of the file's own key; empty: it names none of it.
  [[nodiscard]] LocalText name_in_key(const form::Field& field) {
    const auto title = [&](const form::RegisterDefinition& of, const std::string& key) {
      return row_title(engine_, of, key);
    };
    if (field.source == FieldSource::organisation)
      return title(engine_.catalog().organisations(), file_.key.organisation);
    if (field.source == FieldSource::subject)
      return title(engine_.catalog().register_by_id(file_.form->subject), file_.key.subject);
    const auto period = Period::parse(file_.key.period);
    return field.source == FieldSource::period && period ? period->names() : LocalText{};
  }

  // What a person reads there counts, whatever stands in the cell.
  void compare(const form::Field& field, FieldCell at) {
    at.cell = report::as_shown(std::move(at.cell));
    switch (field.source) {
      case FieldSource::organisation:
        return compare_row(field, at, engine_.catalog().organisations(), file_.key.organisation);
      case FieldSource::subject:
        return compare_row(field, at, engine_.catalog().register_by_id(file_.form->subject), file_.key.subject);
      case FieldSource::period:
        return compare_period(field, at);
      case FieldSource::period_start:
      case FieldSource::period_end:
      case FieldSource::subject_column:
      case FieldSource::organisation_column:
        if (!says_nothing(field, at)) compare_value(field, at);
        return;
      case FieldSource::query:
        if (names_stage(*file_.form, field)) return compare_stage(field, at);
        if (!says_nothing(field, at)) compare_value(field, at);
        return;
      case FieldSource::input:
      case FieldSource::received:
        return;
    }
  }

  [[nodiscard]] bool says_nothing(const form::Field& field, const FieldCell& at) const {
    if (report::is_blank_cell(at.cell)) return true;
    return report::parse_cell(field, at.cell, file_.grid->date_system()).dash;
  }

  // Whether the cell says nothing; then its warning is made.
  bool is_blank(const form::Field& field, const FieldCell& at, Message::Value wanted) {
    if (!says_nothing(field, at)) return false;
    add(at, Message("HEADING-BLANK", {{"title", field.title.text}, {"wanted", std::move(wanted)}}), Severity::warning);
    return true;
  }

  void compare_row(const form::Field& field, const FieldCell& at, const form::RegisterDefinition& of,
                   const std::string& key) {
    const report::RegisterRow* row = engine_.row(of.id, key);
    if (row == nullptr && !engine_.has_workspace()) return;
    const LocalText wanted = row_title(engine_, of, key);
    if (is_blank(field, at, wanted)) return;
    const NamedRow named = names_.of(of).compare(key, at.cell.text);
    if (named == NamedRow::same) return compare_beside(*identity_of(field.source), at, at.cell.text);
    if (named == NamedRow::former) return add_former(field, at, wanted);
    const auto other = names_.of(of).rows_in(at.cell.text, RowNames::By::any_name);
    if (other.size() == 1) read_.emplace(*identity_of(field.source), other.front());
    const char* code = field.source == FieldSource::subject ? "SUBJECT-SHOWN" : "ORGANISATION-SHOWN";
    add(at, Message(code, {{"shown", trim(at.cell.text)}, {"wanted", wanted}, {"key", key}}), Severity::error);
  }

  void compare_period(const form::Field& field, const FieldCell& at) {
    const auto wanted = Period::parse(file_.key.period);
    if (!wanted || is_blank(field, at, wanted->names())) return;
    // Of a day without the format of a date a person sees only its number.
    const bool formatted =
        at.cell.format == report::CellFormat::date || at.cell.format == report::CellFormat::date_time;
    const auto day = formatted ? report::likely_day(at.cell, file_.grid->date_system()) : std::nullopt;
    std::string shown = day ? day->dotted() : report::seen_text(at.cell, file_.grid->date_system());
    if (const auto meant = letters_for_digits(shown); meant && period_in(meant->suggestion, *wanted)) {
      warn_of_letters(at, shown, *meant);
      shown = meant->suggestion;  // as people read it
    }
    const auto as_of = as_of_period(shown, words_, *wanted);
    const auto other = as_of ? as_of : period_in(shown, *wanted);
    if (other == wanted && (as_of || !names_other_span(shown, words_, *wanted))) {
      doubt_finished(at, shown, wanted->names());
      return compare_beside(Identity::period, at, shown);
    }
    if (other && other->kind == wanted->kind) read_.emplace(Identity::period, other->text());
    add(at, Message("PERIOD-SHOWN", {{"shown", shown}, {"wanted", wanted->names()}}), Severity::error);
  }

  void warn_of_letters(const FieldCell& at, const std::string& shown, const LettersForDigits& meant) {
    add(at, Message("PERIOD-LETTERS", {{"shown", shown}, {"letters", meant.letters}, {"suggestion", meant.suggestion}}),
        Severity::warning);
  }

  void compare_beside(Identity line, const FieldCell& at, const std::string& shown) {
    if (auto another = said_beside(engine_, file_, names_, line, shown)) add_another(at, std::move(*another));
  }

  // «октябрь 2026 (проект)», «(уточнённый)»: the period, but another paper of it. The stage may be called so.
  void doubt_finished(const FieldCell& at, const std::string& shown, const LocalText& wanted) {
    const bool draft = words_.draft.words.stand_in(shown);
    if ((!draft && !words_.other_paper.words.stand_in(shown)) || says_own_stage(shown)) return;
    Message message(draft ? "HEADING-DRAFT" : "HEADING-DOUBTFUL", {{"shown", shown}});
    if (!draft) message.args.emplace_back("wanted", wanted);
    add(at, std::move(message), Severity::warning);
  }

  [[nodiscard]] bool says_own_stage(const std::string& shown) const {
    const auto& fields = file_.form->fields;
    return !file_.key.stage.empty() && std::any_of(fields.begin(), fields.end(), [&](const form::Field& field) {
      return names_stage(*file_.form, field) && stage_in_words(field, shown, names_.words()) == file_.key.stage;
    });
  }

  // A date stands for the period in which it lies: Excel makes dates of periods that are typed as «10.2026».
  [[nodiscard]] static std::optional<Period> period_in(const std::string& text, const Period& wanted) {
    if (const auto date = report::parse_typed_date(text)) return Period::containing(wanted.kind, *date);
    return calendar::parse_typed_period(text, wanted.year);
  }

  void compare_stage(const form::Field& field, const FieldCell& at) {
    const form::Value wanted = file_.key.stage;
    const LocalText name = stage_name(field, file_.key.stage);
    if (file_.key.stage.empty() || is_blank(field, at, name)) return;
    if (report::parse_cell(field, at.cell, file_.grid->date_system()).value == wanted) return;
    if (stage_in_words(field, at.cell.text, names_.words()) == file_.key.stage) return;
    add(at, Message("STAGE-SHOWN", {{"shown", trim(at.cell.text)}, {"wanted", name}}), Severity::error);
  }

  void compare_value(const form::Field& field, const FieldCell& at) {
    const auto known = file_.head.find(field.id);
    if (known == file_.head.end() || form::is_blank(known->second)) return doubt_body(field, at);
    const std::string shown = report::seen_text(at.cell, file_.grid->date_system());
    const HeadingValue said{field, shown, report::parse_cell(field, at.cell, file_.grid->date_system()).value,
                            known->second};
    if (is_same(said)) return;
    const LocalText wanted = wanted_texts(said);
    if (auto another = another_identity(engine_, file_, names_, said)) return add_another(at, std::move(*another));
    if (is_in_other_words(engine_, said, wanted, names_.words())) return;
    if (was_so_before(field, said.value)) return add_former(field, at, wanted);
    const auto period = Period::parse(file_.key.period);
    if (period && (field.source == FieldSource::period_start || field.source == FieldSource::period_end)) {
      add(at, Message("PERIOD-SHOWN", {{"shown", shown}, {"wanted", period->names()}}), Severity::error);
    } else {
      add(at, Message("HEADING-CHANGED", {{"title", field.title.text}, {"shown", shown}, {"wanted", wanted}}),
          Severity::warning);
    }
  }

  // A body where the file's own body has none: «Чьи обязанности унаследованы».
  void doubt_body(const form::Field& field, const FieldCell& at) {
    if (field.source != FieldSource::query || field.type != form::ColumnType::text) return;
    const auto& of = engine_.catalog().organisations();
    const std::string& key = file_.key.organisation;
    const auto found = names_.of(of).rows_in(at.cell.text, RowNames::By::any_name);
    if (found.empty() || std::find(found.begin(), found.end(), key) != found.end()) return;
    add(at, Message("HEADING-DOUBTFUL", {{"shown", trim(at.cell.text)}, {"wanted", row_title(engine_, of, key)}}),
        Severity::warning);
  }

  void add_another(const FieldCell& at, AnotherIdentity another) {
    if (!another.other.empty()) read_.emplace(another.identity, another.other);
    add(at, std::move(another.message), Severity::error);
    if (another.identity != Identity::period)
      out_.back().code = another.identity == Identity::subject ? "SUBJECT-SHOWN" : "ORGANISATION-SHOWN";
  }

  // The same value, in whatever way it is written.
  [[nodiscard]] bool is_same(const HeadingValue& said) {
    if (said.value == said.known || same_text(said.value, said.known) || is_russian(said.field, said.value))
      return true;
    if (is_in_one_language(said)) return true;
    if (!form::is_numeric_type(said.field.type)) return false;
    const auto typed = report::canonical_number(said.shown);
    const auto number = typed ? Decimal::parse(*typed) : std::nullopt;
    return number && number == Decimal::parse(form::canonical_text(said.known));
  }

  // «Қор / Fund» by one of its two names.
  [[nodiscard]] static bool is_in_one_language(const HeadingValue& said) {
    constexpr std::string_view kBetween = " / ";
    const auto* known = std::get_if<std::string>(&said.known);
    const size_t at = known == nullptr ? std::string::npos : known->find(kBetween);
    return at != std::string::npos &&
           (same_text(said.value, known->substr(0, at)) || same_text(said.value, known->substr(at + kBetween.size())));
  }

  // As people read it, in each language.
  [[nodiscard]] LocalText wanted_texts(const HeadingValue& said) {
    const form::Field& field = said.field;
    LocalText out = form::shown_texts(field, said.known);
    if (field.source != FieldSource::query || field.type != form::ColumnType::text) return out;
    out.ru = form::canonical_text(query_value(queries_, *file_.form, field, file_.key, Lang::ru, std::nullopt));
    if (out.ru.empty()) out.ru = out.kk;
    return out;
  }

  // What stood in the register when the blank was handed out, and was corrected since.
  void add_former(const form::Field& field, const FieldCell& at, Message::Value wanted) {
    const std::string shown = report::seen_text(at.cell, file_.grid->date_system());
    add(at, Message("HEADING-FORMER", {{"title", field.title.text}, {"shown", shown}, {"wanted", std::move(wanted)}}),
        Severity::info);
  }

  [[nodiscard]] bool was_so_before(const form::Field& field, const form::Value& value) {
    const bool of_subject = field.source == FieldSource::subject_column;
    if (!of_subject && field.source != FieldSource::organisation_column) return false;
    const auto& of =
        of_subject ? engine_.catalog().register_by_id(file_.form->subject) : engine_.catalog().organisations();
    const std::string& key = of_subject ? file_.key.subject : file_.key.organisation;
    return names_.of(of).said_before(key, field.register_column, value);
  }

  // What a query gives may read otherwise in a Russian blank.
  [[nodiscard]] bool is_russian(const form::Field& field, const form::Value& value) const {
    if (field.source != FieldSource::query || field.type != form::ColumnType::text) return false;
    return same_text(value, query_value(queries_, *file_.form, field, file_.key, Lang::ru, std::nullopt));
  }

  [[nodiscard]] static bool same_text(const form::Value& a, const form::Value& b) {
    const auto* left = std::get_if<std::string>(&a);
    const auto* right = std::get_if<std::string>(&b);
    return left != nullptr && right != nullptr &&
           words_of(fold_look_alikes(*left)) == words_of(fold_look_alikes(*right));
  }

  void add(const FieldCell& at, Message message, Severity severity) {
    const report::Layout& layout = file_.report.layout;
    const std::string cell = file_.grid->has_cells() ? report::cell_name(at.row, at.cell.column) : "";
    Finding finding = severity == Severity::error ? contradiction(file_, std::move(message))
                                                  : Finding::of(std::move(message)).as(severity);
    out_.push_back(std::move(finding)
                       .in(file_.file, file_.grid->sheets()[layout.sheet].name)
                       .at(at.row, cell)
                       .of_column(at.field));
  }

  Queries& queries_;
  Engine& engine_;
  const CheckedFile& file_;
  NameBook& names_;
  const HeadingWords& words_;
  report::Findings out_;
  std::map<Identity, std::string> read_;
};

}  // namespace

report::Findings shown_heading(Queries& queries, CheckedFile& file, NameBook& names, const HeadingWords& words) {
  if (file.form == nullptr || !file.report.readable || file.key.organisation.empty()) return {};
  ShownHeading heading(queries, file, names, words);
  report::Findings out = heading.compare();
  if (file.names_itself) return out;
  for (const auto& [identity, key] : heading.read()) {
    (identity == Identity::period         ? file.said.period
     : identity == Identity::organisation ? file.said.organisation
                                          : file.said.subject) = key;
  }
  return out;
}

}  // namespace esep::app

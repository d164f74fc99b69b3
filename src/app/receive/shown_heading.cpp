// SPDX-License-Identifier: MIT
#include "app/receive/shown_heading.h"

#include "app/core/same_name.h"
#include "base/text.h"
#include "base/words.h"
#include "calendar/typed_period.h"
#include "report/cell_reference.h"
#include "report/read/parse_cell.h"
#include "report/read/parse_date.h"

namespace esep::app {
namespace {

using calendar::Period;
using form::FieldSource;
using report::CellKind;
using report::Finding;
using FieldCell = report::Layout::FieldCell;

class ShownHeading {
 public:
  ShownHeading(Engine& engine, const CheckedFile& file) : engine_(engine), file_(file) {}

  report::Findings compare() {
    for (const FieldCell& at : file_.report.layout.fields) {
      const form::Field* field = file_.form->field(at.field);
      const bool says_nothing = at.cell.kind == CellKind::blank || trim(at.cell.text).empty();
      if (field != nullptr && !says_nothing) compare(*field, at);
    }
    return std::move(out_);
  }

 private:
  void compare(const form::Field& field, const FieldCell& at) {
    switch (field.source) {
      case FieldSource::organisation:
        if (auto said = another_row(at, engine_.catalog().organisations(), file_.key.organisation))
          add(at, Message("ORGANISATION-SHOWN", std::move(*said)), Severity::error);
        return;
      case FieldSource::subject:
        if (auto said = another_row(at, engine_.catalog().register_by_id(file_.form->subject), file_.key.subject))
          add(at, Message("SUBJECT-SHOWN", std::move(*said)), Severity::error);
        return;
      case FieldSource::period:
        return compare_period(at);
      case FieldSource::period_start:
      case FieldSource::period_end:
      case FieldSource::subject_column:
      case FieldSource::organisation_column:
        return compare_value(field, at);
      case FieldSource::input:
      case FieldSource::received:
      case FieldSource::query:
        return;
    }
  }

  // What is shown and what the file is for, where they differ.
  std::optional<Message::Args> another_row(const FieldCell& at, const form::RegisterDefinition& of,
                                           const std::string& key) {
    const report::RegisterRow* row = engine_.row(of.id, key);
    const bool unknown = row == nullptr && !engine_.has_workspace();
    if (unknown || names_row(engine_, of, key, at.cell.text) == NamedRow::same) return std::nullopt;
    const LocalText name = row == nullptr ? LocalText{key, key, key} : report::row_title(of, *row);
    return Message::Args{{"shown", trim(at.cell.text)}, {"wanted", name}, {"key", key}};
  }

  void compare_period(const FieldCell& at) {
    const auto wanted = Period::parse(file_.key.period);
    if (!wanted) return;
    const auto shown = shown_period(at.cell, wanted->kind);
    if (shown == wanted) return;
    const Message::Value said = shown ? Message::Value(shown->names()) : Message::Value(trim(at.cell.text));
    add(at, Message("PERIOD-SHOWN", {{"shown", said}, {"wanted", wanted->names()}}), Severity::error);
  }

  // A date stands for the period in which it lies: Excel makes dates of periods that are typed as «10.2026».
  [[nodiscard]] std::optional<Period> shown_period(const report::GridCell& cell, calendar::PeriodKind kind) const {
    const bool is_date = cell.format == report::CellFormat::date || cell.format == report::CellFormat::date_time;
    if (cell.kind == CellKind::number && is_date) {
      const auto date = report::date_from_serial(cell.text, file_.grid->date_system());
      return date ? std::optional(Period::containing(kind, *date)) : std::nullopt;
    }
    if (const auto date = report::parse_typed_date(cell.text)) return Period::containing(kind, *date);
    return calendar::parse_typed_period(cell.text);
  }

  void compare_value(const form::Field& field, const FieldCell& at) {
    const auto known = file_.head.find(field.id);
    if (known == file_.head.end() || form::is_blank(known->second)) return;
    const form::Value shown = report::parse_cell(field, at.cell, file_.grid->date_system()).value;
    if (shown == known->second || same_text(shown, known->second)) return;
    const Message::Value wanted = form::display_texts(field.type, known->second);
    if (field.source == FieldSource::period_start || field.source == FieldSource::period_end) {
      add(at, Message("PERIOD-SHOWN", {{"shown", trim(at.cell.text)}, {"wanted", wanted}}), Severity::error);
    } else {
      add(at,
          Message("HEADING-CHANGED", {{"title", field.title.text}, {"shown", trim(at.cell.text)}, {"wanted", wanted}}),
          Severity::warning);
    }
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
    out_.push_back(Finding::of(std::move(message))
                       .in(file_.file, file_.grid->sheets()[layout.sheet].name)
                       .at(at.row, cell)
                       .of_column(at.field)
                       .as(severity));
  }

  Engine& engine_;
  const CheckedFile& file_;
  report::Findings out_;
};

}  // namespace

report::Findings shown_heading(Engine& engine, const CheckedFile& file) {
  if (file.form == nullptr || !file.report.readable || file.key.organisation.empty()) return {};
  return ShownHeading(engine, file).compare();
}

}  // namespace esep::app

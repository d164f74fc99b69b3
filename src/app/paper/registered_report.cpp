// SPDX-License-Identifier: MIT
#include "app/paper/registered_report.h"

#include <algorithm>

#include "app/core/names.h"
#include "app/query/row_store.h"
#include "base/text.h"
#include "report/read/fixed_rows.h"
#include "report/read/parse_cell.h"

namespace esep::app {
namespace {

using form::FieldSource;
using form::FormDefinition;
using registry::PaperText;
using Texts = std::vector<PaperText>;

const PaperText* find(const Texts& texts, std::string_view name) {
  for (const PaperText& text : texts) {
    if (text.row == 0 && text.name == name) return &text;
  }
  return nullptr;
}

// The register keeps canonical texts. A plain text is its own.
form::Value value_of(const form::ValueSpec& column, const std::string& text) {
  const bool plain = column.type == form::ColumnType::text && !column.holds_lines();
  if (!plain) return report::parse_typed(column, text).value;
  return text.empty() ? form::Value() : form::Value(text);
}

std::optional<std::string> title_of_today(Engine& engine, const FormDefinition& form,
                                          const report::Submission& submission, const form::Field& field, Lang lang) {
  const auto& key = submission.key;
  if (field.source == FieldSource::organisation) return organisation_title(engine, key.organisation).in(lang);
  const auto* subject = field.source == FieldSource::subject ? engine.row(form.subject, key.subject) : nullptr;
  if (subject == nullptr) return std::nullopt;
  return report::row_title(engine.catalog().register_by_id(form.subject), *subject).in(lang);
}

class ReportReader {
 public:
  ReportReader(Engine& engine, const report::Submission& submission, Lang lang)
      : engine_(engine),
        submission_(submission),
        lang_(lang),
        texts_(engine.registry().paper_texts(submission.id, lang)),
        period_(calendar::Period::parse(submission.key.period)) {}

  RegisteredReport read() {
    RegisteredReport out;
    out.form = &engine_.form_of(submission_);
    const PaperText* organisation = find(texts_, PaperText::kOrganisation);
    out.organisation = organisation != nullptr ? organisation->value
                                               : organisation_title(engine_, submission_.key.organisation).in(lang_);
    const auto stored = engine_.registry().fields(submission_.id);
    for (const form::Field& field : out.form->fields) {
      const auto at = stored.find(field.id);
      form::Value value = field_value(*out.form, field, at == stored.end() ? std::string() : at->second);
      // What a query said stands in the register as it was said; on a paper its sentence ends once.
      auto* said = field.source == FieldSource::query ? std::get_if<std::string>(&value) : nullptr;
      if (said != nullptr) *said = closed_once(std::move(*said));
      if (!form::is_blank(value)) out.fields[field.id] = std::move(value);
    }
    if (submission_.revision > 0) out.rows = rows(*out.form, out.order);
    return out;
  }

 private:
  form::Value field_value(const FormDefinition& form, const form::Field& field, const std::string& stored) {
    if (field.source == FieldSource::period && period_) return period_->name(lang_);
    if (const PaperText* text = find(texts_, field.id)) return value_of(field, text->value);
    const bool of_an_earlier_program = find(texts_, PaperText::kOrganisation) == nullptr;
    if (of_an_earlier_program) {
      if (auto title = title_of_today(engine_, form, submission_, field, lang_)) return std::move(*title);
    }
    return value_of(field, stored);
  }

  document::TypedRows rows(const FormDefinition& form, std::vector<size_t>& order) {
    // Lives while rows may still be pulled.
    const auto of_form = std::make_shared<const table::FormTable>(form);
    const document::TypedRows as_stored = [&engine = engine_, of_form, id = submission_.id] {
      return std::make_unique<table::RowReader>(engine.registry().database(), *of_form, id);
    };
    const bool has_words =
        std::any_of(texts_.begin(), texts_.end(), [](const PaperText& text) { return text.row > 0; });
    const bool fixed = !form.rows.fixed.empty();
    if (!has_words && find(texts_, PaperText::kRows) == nullptr && !fixed) return as_stored;
    auto worded = with_words(form, *as_stored());
    if (fixed) order = put_in_order(form, worded);
    return stored_rows(form, std::move(worded));
  }

  std::vector<std::vector<form::Value>> with_words(const FormDefinition& form, table::RowReader& stored) {
    std::vector<std::vector<form::Value>> out;
    table::TypedRow row;
    while (stored.next(row)) out.push_back(row.values);
    if (const PaperText* rows = find(texts_, PaperText::kRows))
      out.resize(std::stoul(rows->value), std::vector<form::Value>(form.columns.size()));
    for (const PaperText& text : texts_) {
      const int column = form.column_index(text.name);
      const auto at = static_cast<size_t>(text.row);
      if (at == 0 || at > out.size() || column < 0) continue;
      const auto index = static_cast<size_t>(column);
      out[at - 1][index] = value_of(form.columns[index], text.value);
    }
    return out;
  }

  // A file may have the form's rows at any place, and the register keeps their Kazakh words. A paper has them in the
  // form's order and in its own language; rows that the form no longer has come last. Gives the place that each had.
  std::vector<size_t> put_in_order(const FormDefinition& form, std::vector<std::vector<form::Value>>& rows) const {
    report::FixedRows fixed(form);
    std::vector<std::pair<size_t, size_t>> places;  // in the form, in the file
    for (size_t i = 0; i < rows.size(); ++i) {
      const auto place = fixed.meet(rows[i]);
      if (place) fixed.set_words(*place, lang_, rows[i]);
      places.emplace_back(place.value_or(form.rows.fixed.size()), i);
    }
    std::sort(places.begin(), places.end());
    std::vector<size_t> order;
    std::vector<std::vector<form::Value>> sorted;
    for (const auto& [place, at] : places) {
      order.push_back(at);
      sorted.push_back(std::move(rows[at]));
    }
    rows = std::move(sorted);
    return order;
  }

  Engine& engine_;
  const report::Submission& submission_;
  Lang lang_;
  Texts texts_;
  std::optional<calendar::Period> period_;
};

}  // namespace

std::optional<calendar::Date> RegisteredReport::day(const form::Field* field) const {
  const auto at = field == nullptr ? fields.end() : fields.find(field->id);
  const auto* day = at == fields.end() ? nullptr : std::get_if<calendar::Date>(&at->second);
  return day == nullptr ? std::nullopt : std::optional(*day);
}

RegisteredReport read_registered(Engine& engine, const report::Submission& submission, Lang lang) {
  return ReportReader(engine, submission, lang).read();
}

}  // namespace esep::app

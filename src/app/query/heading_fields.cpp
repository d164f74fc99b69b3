// SPDX-License-Identifier: MIT
#include "app/query/heading_fields.h"

#include "app/core/names.h"
#include "app/query/source_rows.h"

namespace esep::app {

using form::FieldSource;

std::map<std::string, form::Value> heading_fields(Queries& queries, const form::FormDefinition& form,
                                                  const report::ReportKey& key,
                                                  const std::optional<calendar::LocalTime>& received, Lang lang) {
  Engine& engine = queries.engine();
  std::map<std::string, form::Value> out;
  const auto period = calendar::Period::parse(key.period);
  const report::RegisterRow* subject = form.subject.empty() ? nullptr : engine.row(form.subject, key.subject);
  const report::RegisterRow* body = engine.row(engine.catalog().organisations().id, key.organisation);
  const auto copy = [&](const report::RegisterRow& row, const form::Field& field) {
    const auto at = row.values.find(field.register_column);
    if (at != row.values.end()) out[field.id] = at->second;
  };
  for (const form::Field& field : form.fields) {
    if (field.source == FieldSource::organisation) {
      out[field.id] = organisation_title(engine, key.organisation).in(lang);
    } else if (field.source == FieldSource::period && period) {
      out[field.id] = period->name(lang);
    } else if (field.source == FieldSource::period_start && period) {
      out[field.id] = period->first_day();
    } else if (field.source == FieldSource::period_end && period) {
      out[field.id] = period->last_day();
    } else if (field.source == FieldSource::received && received) {
      out[field.id] = received->date;
    } else if (field.source == FieldSource::subject && subject != nullptr) {
      out[field.id] = report::row_title(engine.catalog().register_by_id(form.subject), *subject).in(lang);
    } else if (field.source == FieldSource::subject_column && subject != nullptr) {
      copy(*subject, field);
    } else if (field.source == FieldSource::organisation_column && body != nullptr) {
      copy(*body, field);
    } else if (field.source == FieldSource::query) {
      out[field.id] =
          query_value(queries, form, field, key, lang, received ? std::optional(received->date) : std::nullopt);
    }
  }
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/query/roadmap_tables.h"

namespace esep::app {
namespace {

using form::Roadmap;
using sqlite::Value;
using table::QueryDatabase;
using table::QueryParameters;
using Put = QueryDatabase::Put;

Value optional_date(const std::optional<calendar::Date>& date) { return date ? Value(date->iso()) : Value(); }
Value number(int value) { return int64_t{value}; }
Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

LocalText title_of_kind(const Roadmap& roadmap, const std::string& id) {
  for (const auto& kind : roadmap.object_kinds) {
    if (kind.id == id) return kind.title;
  }
  return {};
}

void put_measures(const Roadmap& roadmap, const Put& put) {
  int ordinal = 0;
  for (const auto& m : roadmap.measures) {
    LocalText section;
    for (const auto& s : roadmap.sections) {
      if (s.number == m.section) section = s.title;
    }
    const bool builds = m.objects.has_value();
    const LocalText kind = builds ? title_of_kind(roadmap, m.objects->kind) : LocalText{};
    put({roadmap.id,
         m.number,
         number(++ordinal),
         m.section,
         section.kk,
         section.ru,
         m.title.kk,
         m.title.ru,
         m.completion.kk,
         m.completion.ru,
         m.term.kk,
         m.term.ru,
         m.executors_text.kk,
         m.executors_text.ru,
         m.document,
         m.starts.iso(),
         m.due.empty() ? Value() : Value(m.due.back().iso()),
         number(m.due.size() > 1 ? 1 : 0),
         builds ? Value(m.objects->kind) : Value(),
         text_or_null(kind.kk),
         text_or_null(kind.ru),
         builds ? number(m.objects->count) : Value(),
         builds ? number(m.objects->public_private) : Value(),
         builds ? Value(m.objects->completed_by) : Value(),
         number(static_cast<int>(m.regions.size())),
         text_or_null(m.note.kk),
         text_or_null(m.note.ru)});
  }
}

void put_executions(const Roadmap& roadmap, const Put& put) {
  for (const auto& e : form::executions(roadmap)) {
    put({roadmap.id, e.measure->number, e.organisation, e.named->printed,
         e.inherited == nullptr ? Value() : Value(e.inherited->organisation),
         e.inherited == nullptr ? Value() : Value(e.inherited->act.kk),
         e.inherited == nullptr ? Value() : Value(e.inherited->act.ru), optional_date(e.since), optional_date(e.until),
         number(e.by_agreement ? 1 : 0)});
  }
}

void put_targets(const Roadmap& roadmap, const Put& put) {
  for (const auto& indicator : roadmap.indicators) {
    const auto one = [&](const form::Indicator::Target& target, bool baseline) {
      put({roadmap.id, indicator.id, indicator.title.kk, indicator.title.ru, indicator.unit, number(target.year),
           target.value.units(), number(baseline ? 1 : 0)});
    };
    one(indicator.baseline, true);
    for (const auto& target : indicator.targets) one(target, false);
  }
}

using Writer = void (*)(const Roadmap&, const Put&);

void add(const form::FormCatalog& catalog, QueryDatabase& out, const char* name,
         const std::vector<std::string>& columns, Writer write) {
  out.add_table(name, columns, [&catalog, write](const QueryParameters&, const Put& put) {
    for (const Roadmap& roadmap : catalog.roadmaps()) write(roadmap, put);
  });
}

}  // namespace

void add_roadmap_tables(const form::FormCatalog& catalog, QueryDatabase& out) {
  add(catalog, out, "roadmaps",
      {"roadmap", "title_kk", "title_ru", "law_kk", "law_ru", "starts", "ends", "form", "coordinator", "addressee_kk",
       "addressee_ru"},
      [](const Roadmap& r, const Put& put) {
        put({r.id, r.title.kk, r.title.ru, r.law.kk, r.law.ru, r.from.iso(), r.to.iso(), r.reports.form,
             r.reports.coordinator, r.reports.addressee.kk, r.reports.addressee.ru});
      });
  add(catalog, out, "measures",
      {"roadmap",      "number",         "ordinal",       "section",      "section_kk",  "section_ru",   "title_kk",
       "title_ru",     "completion_kk",  "completion_ru", "term_kk",      "term_ru",     "executors_kk", "executors_ru",
       "document",     "starts",         "due",           "recurring",    "object_kind", "object_kk",    "object_ru",
       "object_count", "public_private", "completed_by",  "region_count", "note_kk",     "note_ru"},
      put_measures);
  add(catalog, out, "measure_terms", {"roadmap", "number", "due"}, [](const Roadmap& r, const Put& put) {
    for (const auto& m : r.measures) {
      for (const auto& due : m.due) put({r.id, m.number, due.iso()});
    }
  });
  add(catalog, out, "executions",
      {"roadmap", "number", "organisation", "named", "former", "act_kk", "act_ru", "since", "until", "by_agreement"},
      put_executions);
  out.add_index("executions", "organisation");
  add(catalog, out, "targets", {"roadmap", "indicator", "title_kk", "title_ru", "unit", "year", "value", "baseline"},
      put_targets);
  add(catalog, out, "roadmap_notes", {"roadmap", "ordinal", "kk", "ru"}, [](const Roadmap& r, const Put& put) {
    int ordinal = 0;
    for (const auto& note : r.notes) put({r.id, number(++ordinal), note.kk, note.ru});
  });
}

}  // namespace esep::app

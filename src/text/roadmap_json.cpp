// SPDX-License-Identifier: MIT
#include "text/roadmap_json.h"

#include "text/json_value.h"

namespace esep::text {
namespace {

Json both(const LocalText& text) { return {{"kk", text.kk}, {"ru", text.ru}}; }

Json executors_of(const form::Roadmap& roadmap, const form::Measure& measure) {
  Json out = Json::array();
  for (const auto& execution : form::executions(roadmap)) {
    if (execution.measure != &measure) continue;
    out.push_back({{"organisation", execution.organisation},
                   {"named", execution.named->printed},
                   {"former", execution.inherited == nullptr ? Json() : Json(execution.inherited->organisation)},
                   {"since", or_null(execution.since)},
                   {"until", or_null(execution.until)},
                   {"by_agreement", execution.by_agreement}});
  }
  return out;
}

Json measure_json(const form::Roadmap& roadmap, const form::Measure& measure) {
  Json terms = Json::array();
  for (const auto& due : measure.due) terms.push_back(due.iso());
  Json objects;
  if (measure.objects) {
    objects = {{"kind", measure.objects->kind},
               {"count", measure.objects->count},
               {"public_private", measure.objects->public_private},
               {"completed_by", measure.objects->completed_by}};
  }
  return {{"roadmap", roadmap.id},
          {"number", measure.number},
          {"section", measure.section},
          {"title", both(measure.title)},
          {"completion", both(measure.completion)},
          {"term", both(measure.term)},
          {"due", terms},
          {"document", measure.document},
          {"objects", objects},
          {"executors", executors_of(roadmap, measure)},
          {"note", measure.note.empty() ? Json() : both(measure.note)}};
}

}  // namespace

std::string roadmap_json(const form::Roadmap& roadmap, const std::vector<const form::Measure*>& measures) {
  Json out{{"schema", "esep/1"}, {"measures", Json::array()}};
  for (const auto* measure : measures) out["measures"].push_back(measure_json(roadmap, *measure));
  return out.dump(2) + "\n";
}

}  // namespace esep::text

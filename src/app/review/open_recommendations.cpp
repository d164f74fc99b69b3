// SPDX-License-Identifier: MIT
#include "app/review/open_recommendations.h"

#include "app/review/place_words.h"
#include "registry/review_records.h"

namespace esep::app {

std::vector<std::string> open_recommendation_lines(Engine& engine, const report::ReportKey& key,
                                                   const std::function<std::string(const Message&)>& say) {
  const registry::ReviewRecords records(engine.registry());
  PlaceWords places(engine);
  std::vector<std::string> out;
  for (const auto& submission : engine.registry().submissions({key.form, key.organisation, key.subject, "", ""})) {
    if (submission.key.subject != key.subject) continue;
    for (const auto& one : records.recommendations(submission.id)) {
      if (one.state == report::Recommendation::State::closed) continue;
      out.push_back(say(Message("REMINDER-LINE", {{"number", one.number},
                                                  {"date", one.due.dotted()},
                                                  {"place", say(places.of(submission, one.place))},
                                                  {"text", one.text}})));
    }
  }
  return out;
}

}  // namespace esep::app

// SPDX-License-Identifier: MIT
#include "app/query/event_titles.h"

#include "app/core/data_file.h"

namespace esep::app {

EventTitles::EventTitles(const Engine& engine) {
  read_data_file(engine, "data/events.toml", [this](datafile::TableReader& root) {
    for (auto& event : root.tables("event")) {
      const std::string id = event.required_string("id");
      titles_[id] = event.required_text("title");
      event.finish();
    }
  });
}

LocalText EventTitles::of(const std::string& event) const {
  const auto found = titles_.find(event);
  return found == titles_.end() ? LocalText{event, event, event} : found->second;
}

}  // namespace esep::app
